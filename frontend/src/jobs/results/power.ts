import { queryOptions } from '@tanstack/react-query'
import { all, body, telemetry } from '../../api/client'

const HOUR_MS = 3_600_000
const MOST_WINDOWS = 3_000

export type Interval = 'PT15M' | 'PT1H' | 'P1D'

/** Power in one window, as telemetry knows it; null where nothing was reported. */
export interface Measured {
  start: string
  end: string
  meanKW: number | null
}

/** The length of windows of which a period has few enough to draw. */
export function intervalFor(start: string, end: string): Interval {
  const hours = (Date.parse(end) - Date.parse(start)) / HOUR_MS
  if (hours * 4 <= MOST_WINDOWS) return 'PT15M'
  return hours <= MOST_WINDOWS ? 'PT1H' : 'P1D'
}

/** What a vessel's power was; asked again as long as the period is not over. */
export const measuredQuery = (vessel: string, start: string, end: string) =>
  queryOptions({
    queryKey: ['telemetry', 'power', vessel, start, end],
    queryFn: async (): Promise<Measured[]> => {
      const windows = await all(async (cursor) => {
        const query = { start, end, interval: intervalFor(start, end), limit: 1000, cursor }
        const page = await body(telemetry.GET('/api/v1/power/{vessel}', { params: { path: { vessel }, query } }))
        return { items: page.windows, next: page.next }
      })
      return windows.map((window) => ({
        start: window.start,
        end: window.end,
        meanKW: window.count > 0 ? window.meanKW : null,
      }))
    },
    refetchInterval: () => (Date.parse(end) > Date.now() ? 60_000 : false),
  })
