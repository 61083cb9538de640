import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { body, job as jobs } from '../../api/client'
import { asProblem } from '../../api/problem'
import { Dialog } from '../../ui/Dialog'
import { ErrorNotice } from '../../ui/ErrorNotice'
import type { Job } from '../queries'
import { useMayChange } from '../rights'
import { isEnded } from '../states'

/** Calls a job off, after asking. */
export function Cancel({ job }: { job: Job }) {
  const may = useMayChange(job)
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const cancel = useMutation({
    mutationFn: () => body(jobs.DELETE('/api/v1/jobs/{jobID}', { params: { path: { jobID: job.jobID ?? '' } } })),
    onSuccess: () => {
      setAsking(false)
      // The button that asked is gone then, so nothing would have the focus.
      window.requestAnimationFrame(() => document.getElementById('main')?.focus())
    },
    // Also when it is refused: then it has ended meanwhile.
    onSettled: () => void queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
  if (!may || isEnded(job.state)) return null
  if (job.state === 'cancelling') {
    return (
      <button type="button" className="button" disabled>
        Calling off…
      </button>
    )
  }
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Call off
      </button>
      {asking && (
        <Dialog title="Call the job off?" onClose={() => setAsking(false)}>
          <p>What it has computed so far is lost. It can be repeated from the start.</p>
          {cancel.error && <ErrorNotice problem={asProblem(cancel.error)} />}
          <button
            type="button"
            className="button button-primary"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {cancel.isPending ? 'Calling off…' : 'Call it off'}
          </button>
        </Dialog>
      )}
    </>
  )
}
