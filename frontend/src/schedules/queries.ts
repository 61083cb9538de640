import { queryOptions } from '@tanstack/react-query'
import { all, body, fleet } from '../api/client'
import type { components } from '../api/generated/fleet'

export type { Schedule } from '../fleet/queries'
export type ScheduleKind = components['schemas']['ScheduleKind']
export type ScheduleStatus = components['schemas']['ScheduleStatus']
export type NewSchedule = components['schemas']['NewSchedule']
export type LinkDetails = components['schemas']['LinkDetails']
export type VesselSchedule = components['schemas']['VesselSchedule']
export type SailingVessel = components['schemas']['SailingVessel']

export const KINDS: ScheduleKind[] = ['voyage', 'maintenance', 'production', 'crew-change']
export const STATUSES: ScheduleStatus[] = ['planned', 'active', 'completed', 'cancelled']

const PAGE = 1000
/** As many codes or ids as fit in a request's line, whatever they are. */
const SELECTED = 40

/** All schedules by start. */
export const schedulesQuery = queryOptions({
  queryKey: ['fleet', 'schedules'],
  queryFn: () => all((cursor) => body(fleet.GET('/api/v1/schedules', { params: { query: { limit: PAGE, cursor } } }))),
})

function groups<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / SELECTED) }, (_, i) =>
    items.slice(i * SELECTED, (i + 1) * SELECTED),
  )
}

/** Which schedules some vessels sail, and how. */
export const schedulesOfQuery = (vessels: string[]) =>
  queryOptions({
    queryKey: ['fleet', 'vessel-schedules', ...vessels],
    queryFn: async () => {
      const parts = groups(vessels).map((vessel) =>
        all((cursor) =>
          body(fleet.GET('/api/v1/vessels/schedules', { params: { query: { vessel, limit: PAGE, cursor } } })),
        ),
      )
      return (await Promise.all(parts)).flat()
    },
  })

/** Which vessels sail some schedules, and how. */
export const vesselsOfQuery = (schedules: number[]) =>
  queryOptions({
    queryKey: ['fleet', 'schedule-vessels', ...schedules],
    queryFn: async () => {
      const parts = groups(schedules).map((schedule) =>
        all((cursor) =>
          body(fleet.GET('/api/v1/schedules/vessels', { params: { query: { schedule, limit: PAGE, cursor } } })),
        ),
      )
      return (await Promise.all(parts)).flat()
    },
  })
