import { queryOptions } from '@tanstack/react-query'
import { all, body, fleet, telemetry } from '../api/client'
import type { components } from '../api/generated/telemetry'
import type { Range } from './power'

export type Channel = components['schemas']['Channel']
export type LatestReading = components['schemas']['LatestReading']
export type PowerWindow = components['schemas']['PowerWindow']
export type PowerInterval = components['schemas']['Interval']

type PowerAvailable = components['schemas']['Available']
export type ChannelWindows = components['schemas']['ChannelWindows']
type ChannelPage = components['schemas']['ChannelPage']
type WindowsPage = components['schemas']['WindowsPage']
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

export const channelsQuery = (vessel: string) =>
  queryOptions({
    queryKey: ['telemetry', vessel, 'channels'],
    queryFn: () =>
      all(async (cursor) => {
        const page = await body(
          telemetry.GET('/api/v1/sensors/{vessel}/channels', {
            params: { path: { vessel }, query: { limit: PAGE, cursor } },
          }),
        )
        return page as ChannelPage
      }),
  })

/** As many characters of channels' names as surely fit in a request's line, which the services bound to 4,096. */
const NAMES_LENGTH = 2_500

/** Names in groups that each fit in one request. */
export function requests(names: string[]): string[][] {
  const groups: string[][] = []
  let length = Infinity
  for (const name of names) {
    const more = encodeURIComponent(name).length + '&channel='.length
    if (length + more > NAMES_LENGTH) {
      groups.push([])
      length = 0
    }
    groups.at(-1)?.push(name)
    length += more
  }
  return groups
}

/** The means of some channels in equal windows; a name may stand for several channels, told apart by labels. */
export const windowsQuery = (vessel: string, names: string[], start: number, end: number, interval: string) =>
  queryOptions({
    queryKey: ['telemetry', vessel, 'windows', start, end, interval, ...names],
    queryFn: async () => {
      const span = { start: new Date(start).toISOString(), end: new Date(end).toISOString(), interval, limit: PAGE }
      const parts = requests(names).map((channel) =>
        all(async (cursor) => {
          const page = await body(
            telemetry.GET('/api/v1/sensors/{vessel}/windows', {
              params: { path: { vessel }, query: { ...span, channel, cursor } },
            }),
          )
          return page as WindowsPage
        }),
      )
      return (await Promise.all(parts)).flat()
    },
  })
