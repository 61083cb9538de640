import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { body, job as jobs } from '../../api/client'
import { asProblem } from '../../api/problem'
import { ErrorNotice } from '../../ui/ErrorNotice'
import type { Job } from '../queries'
import { useMayChange } from '../rights'
import { isEnded, isRepeatable } from '../states'

/** Ways on from a job that has ended: the same again, or with other inputs. */
export function Repeat({ job }: { job: Job }) {
  const may = useMayChange(job)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const repeat = useMutation({
    mutationFn: () =>
      body(
        jobs.POST('/api/v1/jobs/{jobID}/retry', {
          params: { path: { jobID: job.jobID ?? '' }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSuccess: (started) => {
      void queries.invalidateQueries({ queryKey: ['jobs'] })
      void navigate(`/jobs/${started.jobID}`)
    },
  })
  if (!may || !isEnded(job.state)) return null
  return (
    <>
      {repeat.error && <ErrorNotice problem={asProblem(repeat.error)} />}
      {isRepeatable(job.state) && (
        <button type="button" className="button" disabled={repeat.isPending} onClick={() => repeat.mutate()}>
          {repeat.isPending ? 'Repeating…' : 'Repeat'}
        </button>
      )}
      <Link className="button" to={`/jobs/start/${job.processID}?from=${job.jobID}`}>
        Start with changed inputs
      </Link>
    </>
  )
}
