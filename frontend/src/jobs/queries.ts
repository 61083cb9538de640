import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { all, body, job } from '../api/client'
import type { components } from '../api/generated/job'
import { isEnded } from './states'

type Schemas = components['schemas']
export type Job = Schemas['StatusInfo']
export type QueuePlace = Schemas['QueuePlace']
export type Licence = Schemas['Licence']
export type Project = Schemas['Project']
export type Process = Schemas['LinkedDescription']
export type ProcessSummary = Schemas['ProcessSummary']
export type JobRequest = Schemas['JobRequest']
export type LoggedLine = Schemas['LoggedLine']
export type Delivery = Schemas['Delivery1']

const PAGE = 20
const BUSY_MS = 2_000
const QUIET_MS = 15_000
const LICENCES_MS = 5_000
const PROCESSES_MS = 5 * 60_000
const LOG_LINES = 1_000

/*
 * What the job-service tells. All keys begin with `jobs`, which the stream of a person's own jobs makes old. Jobs of
 * others are not in that stream, and progress is no event, so what may change is asked for again, too.
 */

/** Which jobs are listed; as the page's address says. */
export interface JobFilter {
  status: Schemas['JobStatus'][]
  process: string
  project: string
  mine: boolean
}

export const jobsQuery = (filter: JobFilter) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      body(
        job.GET('/api/v1/jobs', {
          params: {
            query: {
              limit: PAGE,
              cursor,
              status: filter.status.length > 0 ? filter.status : undefined,
              processID: filter.process ? [filter.process] : undefined,
              project: filter.project || undefined,
              mine: filter.mine || undefined,
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.jobs?.some((one) => !isEnded(one.state))) ? BUSY_MS * 2 : QUIET_MS,
  })

export const jobQuery = (jobID: string) =>
  queryOptions({
    queryKey: ['jobs', 'one', jobID],
    queryFn: () => body(job.GET('/api/v1/jobs/{jobID}', { params: { path: { jobID } } })),
    refetchInterval: (query) => (isEnded(query.state.data?.state) ? false : BUSY_MS),
  })

export const inputsQuery = (jobID: string) =>
  queryOptions({
    queryKey: ['job-inputs', jobID],
    queryFn: () =>
      body(job.GET('/api/v1/jobs/{jobID}/inputs', { params: { path: { jobID } } })) as Promise<Record<string, unknown>>,
    staleTime: Infinity,
  })

export const logQuery = (jobID: string, live: boolean) =>
  queryOptions({
    queryKey: ['jobs', 'log', jobID],
    queryFn: () =>
      // Asked for as JSON; it could be had as text, too.
      body(
        job.GET('/api/v1/jobs/{jobID}/log', {
          params: { path: { jobID }, query: { newest: true, limit: LOG_LINES } },
        }),
      ) as Promise<Schemas['LogPage']>,
    refetchInterval: live ? BUSY_MS : false,
  })

export const deliveriesQuery = (jobID: string) =>
  queryOptions({
    queryKey: ['jobs', 'deliveries', jobID],
    queryFn: () => body(job.GET('/api/v1/jobs/{jobID}/deliveries', { params: { path: { jobID } } })),
    refetchInterval: QUIET_MS,
  })

export const licencesQuery = queryOptions({
  queryKey: ['jobs', 'licences'],
  queryFn: () => body(job.GET('/api/v1/licences')),
  refetchInterval: LICENCES_MS,
})

/** Processes come with a new version of the service, so they are asked for seldom. */
export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: () => body(job.GET('/api/v1/processes', { params: { query: { limit: 1000 } } })),
  staleTime: PROCESSES_MS,
})

export const processQuery = (processID: string) =>
  queryOptions({
    queryKey: ['processes', processID],
    queryFn: () => body(job.GET('/api/v1/processes/{processID}', { params: { path: { processID } } })),
    staleTime: PROCESSES_MS,
  })

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: () =>
    all(async (cursor) => {
      const page = await body(job.GET('/api/v1/projects', { params: { query: { limit: 1000, cursor } } }))
      return { items: page.items ?? [], next: page.next }
    }),
})
