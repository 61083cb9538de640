import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useEventStream } from '../../api/stream'
import { JOB_EVENTS } from '../eventTypes'
import type { Job } from '../queries'
import { isEnded, type State } from '../states'

/** A change of a job, as its stream tells it. */
export interface JobChange {
  type: string
  version: number
  state: State
  attempt: number
  message: string | null
  at: string
}

interface Told {
  version: number
  state: State
  attempt: number
  message: string | null
  updated: string
}

/** What became of a job so far; each change brings what is shown of it up to date. Without the stream, it is polled. */
export function useJobEvents(job: Job): JobChange[] {
  const queries = useQueryClient()
  const [changes, setChanges] = useState<JobChange[]>([])
  // After the end nothing comes any more; listening on would only reconnect.
  const over = changes.some((change) => isEnded(change.state))
  useEventStream(over ? null : `/api/v1/jobs/${job.jobID}/events`, JOB_EVENTS, ({ type, data }) => {
    const { version, state, attempt, message, updated } = data as Told
    setChanges((known) => withChange(known, { type, version, state, attempt, message, at: updated }))
    if (version > (job.version ?? 0)) void queries.invalidateQueries({ queryKey: ['jobs'] })
  })
  return changes
}

/** The changes in the order of their versions, each once: after a break some come again. */
export function withChange(known: JobChange[], change: JobChange): JobChange[] {
  if (known.some((other) => other.version === change.version)) return known
  return [...known, change].sort((a, b) => a.version - b.version)
}

/** What a status alone tells of the past, for as long as the stream has told nothing. */
export function changesOf(job: Job): JobChange[] {
  const { created, started, finished, state = 'queued', attempt = 0, message = null } = job
  const known: [string, State, string | undefined, string | null][] = [
    ['job.accepted', 'queued', created, null],
    ['job.running', 'running', started, null],
    ['job.ended', state, finished, message],
  ]
  return known.flatMap(([type, reached, at, told], i) =>
    at ? [{ type, version: i + 1, state: reached, attempt, message: told, at }] : [],
  )
}
