import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { body, job } from '../api/client'
import { useEventStream } from '../api/stream'
import { useSession } from '../auth/session'
import { useNotices } from './context'

const TYPES = [
  'job.accepted',
  'job.running',
  'job.retrying',
  'job.cancelling',
  'job.successful',
  'job.failed',
  'job.dismissed',
  'reset',
] as const
const POLL_MS = 10_000

interface JobTold {
  jobID: string
  processID: string
  status: string
  message?: string
}

/** Listens to the person's jobs on every page: brings what is shown up to date and tells of those that ended. */
export function JobWatch() {
  const session = useSession()
  const { tell } = useNotices()
  const queries = useQueryClient()

  const ended = (known: JobTold) => {
    if (known.status !== 'successful' && known.status !== 'failed') return
    const well = known.status === 'successful'
    tell({
      id: `${known.jobID} ${known.status}`,
      severity: well ? 'success' : 'alarm',
      title: `${known.processID} ${well ? 'is done' : 'failed'}`,
      detail: known.message ?? '',
      to: `/jobs/${known.jobID}`,
    })
  }
  const state = useEventStream('/api/v1/jobs/events?mine=true', TYPES, (event) => {
    void queries.invalidateQueries({ queryKey: ['jobs'] })
    if (event.type !== 'reset') ended(event.data as JobTold)
  })
  usePolledJobs(state === 'lost', session.name, ended)
  return null
}

/** While the stream is away: asks for the newest jobs and tells of those that ended since it last asked. */
function usePolledJobs(polling: boolean, person: string, ended: (job: JobTold) => void) {
  const seen = useRef(new Map<string, string>())
  const polled = useQuery({
    queryKey: ['jobs', 'polled'],
    queryFn: () => body(job.GET('/api/v1/jobs', { params: { query: { limit: 50 } } })),
    enabled: polling,
    refetchInterval: POLL_MS,
  })
  const jobs = polled.data?.jobs
  useEffect(() => {
    for (const known of jobs ?? []) {
      const { jobID, processID, status, message, createdBy } = known
      if (!jobID || !processID || !status) continue
      const before = seen.current.get(jobID)
      if (createdBy === person && before && before !== status) ended({ jobID, processID, status, message })
      seen.current.set(jobID, status)
    }
  }, [jobs, person, ended])
}
