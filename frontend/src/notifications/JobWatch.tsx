import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { body, job } from '../api/client'
import { useEventStream } from '../api/stream'
import { JOB_EVENTS } from '../jobs/eventTypes'
import { useNotices } from './context'
import { JobNews, type JobTold } from './jobNews'

const TYPES = [...JOB_EVENTS, 'reset'] as const
const POLL_MS = 10_000
const MINE = ['my-newest-jobs']

/** Listens to the person's jobs on every page: brings what is shown up to date and tells of those that ended. */
export function JobWatch() {
  const { tell } = useNotices()
  const queries = useQueryClient()
  const [news] = useState(() => new JobNews())

  const tellEnd = ({ jobID, processID, status, message }: JobTold) => {
    const well = status === 'successful'
    tell({
      id: `${jobID} ${status}`,
      severity: well ? 'success' : 'alarm',
      title: `${processID} ${well ? 'is done' : 'failed'}`,
      detail: message ?? '',
      to: `/jobs/${jobID}`,
    })
  }
  const state = useEventStream('/api/v1/jobs/events?mine=true', TYPES, (event) => {
    void queries.invalidateQueries({ queryKey: ['jobs'] })
    if (event.type === 'reset') {
      void queries.invalidateQueries({ queryKey: MINE })
      return
    }
    const known = event.data as JobTold
    if (news.told(known)) tellEnd(known)
  })
  const listed = useEffectEvent((jobs: JobTold[]) => news.listed(jobs).forEach(tellEnd))
  const jobs = useMine(state === 'lost')
  useEffect(() => {
    if (jobs) listed(jobs)
  }, [jobs])
  return null
}

/** The person's newest jobs: asked for once, to know what is no news, and again and again while the stream is away. */
function useMine(polling: boolean): JobTold[] | undefined {
  const polled = useQuery({
    queryKey: MINE,
    queryFn: () => body(job.GET('/api/v1/jobs', { params: { query: { limit: 50, mine: true } } })),
    refetchInterval: polling ? POLL_MS : false,
    refetchIntervalInBackground: true,
  })
  return useMemo(
    () =>
      polled.data?.jobs?.map(({ jobID = '', processID = '', status = '', message }) => ({
        jobID,
        processID,
        status,
        message,
      })),
    [polled.data],
  )
}
