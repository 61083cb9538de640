import { queryOptions } from '@tanstack/react-query'
import { all, body, fleet, telemetry } from '../api/client'
import type { components } from '../api/generated/telemetry'
import type { Range } from './power'

export type Channel = components['schemas']['Channel']
export type LatestReading = components['schemas']['LatestReading']
export type PowerWindow = components['schemas']['PowerWindow']
export type PowerInterval = components['schemas']['Interval']

type PowerAvailable = components['schemas']['Available']
type LatestPage = components['schemas']['LatestPage']

const PAGE = 1000

export const equipmentQuery = (vessel: string) =>
  queryOptions({
    queryKey: ['fleet', 'equipment', vessel],
    queryFn: () =>
      all((cursor) =>
        body(
          fleet.GET('/api/v1/vessels/{vessel}/equipment', {
            params: { path: { vessel }, query: { limit: PAGE, cursor } },
          }),
        ),
      ),
  })

export const latestKey = (vessel: string) => ['telemetry', vessel, 'latest'] as const

export const latestQuery = (vessel: string) =>
  queryOptions({
    queryKey: latestKey(vessel),
    queryFn: () =>
      all(async (cursor) => {
        const page = await body(
          telemetry.GET('/api/v1/sensors/{vessel}/latest', {
            params: { path: { vessel }, query: { limit: PAGE, cursor } },
          }),
        )
        // The other forms of the answer come only to who asks for them.
        return page as LatestPage
      }),
  })

/** Power by windows; more of them than a page holds come in several. */
export const powerQuery = (vessel: string, { start, end, interval }: Range, zone: string) =>
  queryOptions({
    queryKey: ['telemetry', vessel, 'power', start, end, interval, zone],
    queryFn: async () => {
      const query = { start: new Date(start).toISOString(), end: new Date(end).toISOString(), interval, zone }
      let available: PowerAvailable | null = null
      const windows = await all(async (cursor) => {
        const page = await body(
          telemetry.GET('/api/v1/power/{vessel}', {
            params: { path: { vessel }, query: { ...query, limit: PAGE, cursor } },
          }),
        )
        available = page.available
        return { items: page.windows, next: page.next }
      })
      return { windows, available: available as PowerAvailable | null }
    },
  })
