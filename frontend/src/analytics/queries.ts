import { queryOptions } from '@tanstack/react-query'
import { all, body, telemetry } from '../api/client'
import type { components } from '../api/generated/telemetry'

export type Result = components['schemas']['Result']
export type ResultName = components['schemas']['ResultName']
export type PowerWindow = components['schemas']['PowerWindow']

/** Nobody tells of new results by a stream. */
export const POLL_MS = 30_000
const PAGE = 1000
/** How many earlier results of a name are looked through: each may be large. */
const EARLIER = 100

/** A list that also comes as CSV; whoever asks for nothing else gets JSON. */
const inJson = async <T>(answer: Promise<T>) => (await answer) as Exclude<T, string>

const key = (...rest: unknown[]) => ['telemetry', 'analytics', ...rest]

export const namesQuery = queryOptions({
  queryKey: key('names'),
  queryFn: () =>
    all((cursor) => body(telemetry.GET('/api/v1/analytics/names', { params: { query: { limit: PAGE, cursor } } }))),
  refetchInterval: POLL_MS,
})

/** What is asked for; all where it is empty. */
export interface Wanted {
  name: string
  vessel: string
}

/** The newest of each name and vessel. */
export const latestQuery = queryOptions({
  queryKey: key('latest'),
  queryFn: () =>
    all((cursor) =>
      inJson(body(telemetry.GET('/api/v1/analytics/results/latest', { params: { query: { limit: PAGE, cursor } } }))),
    ),
  refetchInterval: POLL_MS,
})

export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: key('results', id),
    queryFn: () =>
      body(telemetry.GET('/api/v1/analytics/results/{id}', { params: { path: { id: id as unknown as number } } })),
    refetchInterval: POLL_MS,
  })

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: key('results', id, 'history'),
    queryFn: () =>
      all(
        (cursor) =>
          body(
            telemetry.GET('/api/v1/analytics/results/{id}/history', {
              params: { path: { id: id as unknown as number }, query: { cursor } },
            }),
          ),
        EARLIER,
      ),
    refetchInterval: POLL_MS,
  })

/** The current results of a name about a vessel, or the whole fleet, newest first. */
export const earlierQuery = (name: string, vessel: string | null) =>
  queryOptions({
    queryKey: key('earlier', name, vessel),
    queryFn: async () => {
      const about = vessel === null ? ({ scope: 'fleet' } as const) : { vessel: [vessel] }
      const query = { name: [name], limit: EARLIER, ...about }
      return (await inJson(body(telemetry.GET('/api/v1/analytics/results', { params: { query } })))).items
    },
    refetchInterval: POLL_MS,
  })

/** A vessel's power by windows, labelled by their right ends. */
export const measuredQuery = (vessel: string, start: string, end: string) =>
  queryOptions({
    queryKey: ['telemetry', 'power', vessel, start, end],
    queryFn: async () => {
      const path = { vessel }
      return all(async (cursor) => {
        const query = { start, end, limit: PAGE, cursor }
        const page = await body(telemetry.GET('/api/v1/power/{vessel}', { params: { path, query } }))
        return { items: page.windows, next: page.next }
      })
    },
    refetchInterval: POLL_MS,
  })
