import type { SailingVessel, Schedule, ScheduleKind, ScheduleStatus, VesselSchedule } from './queries'

const DAY = 86_400_000

export const SPANS = { '2 weeks': 14 * DAY, '3 months': 92 * DAY, Year: 366 * DAY } as const

export type Span = keyof typeof SPANS

/** From when to when a timeline goes. */
export interface Range {
  start: number
  end: number
}

/** A third of the timeline is past, so that what runs now is seen from its beginning. */
export function rangeAround(now: number, span: Span): Range {
  const start = Math.floor((now - SPANS[span] / 3) / DAY) * DAY
  return { start, end: start + SPANS[span] }
}

/** A vessel that sails a schedule, or a schedule that none sails yet. */
export interface Sailing {
  schedule: Schedule
  vessel?: string
  role?: string | null
  note?: string | null
  exclusive?: boolean
}

export interface Filter {
  kind: ScheduleKind | ''
  status: ScheduleStatus | ''
  vessels: ReadonlySet<string>
}

export function ofVessels(links: VesselSchedule[]): Sailing[] {
  return links
}

/** What the other direction tells: the schedules are known, and which vessels sail them is told by id. */
export function ofSchedules(schedules: Schedule[], links: SailingVessel[]): Sailing[] {
  return schedules.flatMap((schedule): Sailing[] => {
    const sailing = links.filter((link) => link.schedule === schedule.id)
    if (sailing.length === 0) return [{ schedule }]
    return sailing.map((link) => ({ ...link, schedule, vessel: link.vessel.code }))
  })
}

export function wanted(sailings: Sailing[], filter: Filter): Sailing[] {
  return sailings.filter(
    ({ schedule, vessel }) =>
      (filter.kind === '' || schedule.kind === filter.kind) &&
      (filter.status === '' || schedule.status === filter.status) &&
      (filter.vessels.size === 0 || (vessel !== undefined && filter.vessels.has(vessel))),
  )
}

export type Direction = 'vessels' | 'schedules'

export interface Lane {
  key: string
  title: string
  /** Bars that overlap in time are in rows below one another. */
  rows: Sailing[][]
}

/** A lane for each vessel with the schedules it sails, or for each schedule with the vessels that sail it. */
export function lanes(sailings: Sailing[], direction: Direction, vessels: string[]): Lane[] {
  const made = new Map<string, { title: string; sailings: Sailing[] }>()
  if (direction === 'vessels') for (const vessel of vessels) made.set(vessel, { title: vessel, sailings: [] })
  for (const sailing of sailings) {
    const key = direction === 'vessels' ? sailing.vessel : String(sailing.schedule.id)
    if (key === undefined) continue
    const lane = made.get(key) ?? { title: direction === 'vessels' ? key : sailing.schedule.name, sailings: [] }
    lane.sailings.push(sailing)
    made.set(key, lane)
  }
  return [...made].map(([key, lane]) => ({ key, title: lane.title, rows: rows(lane.sailings) }))
}

function rows(sailings: Sailing[]): Sailing[][] {
  const made: Sailing[][] = []
  for (const sailing of sailings.toSorted((a, b) => Date.parse(a.schedule.start) - Date.parse(b.schedule.start))) {
    const free = made.find((row) => Date.parse(row.at(-1)?.schedule.end ?? '') <= Date.parse(sailing.schedule.start))
    if (free) free.push(sailing)
    else made.push([sailing])
  }
  return made.length === 0 ? [[]] : made
}

/** Where a span of time lies on the timeline, in percent of its width; null when it is not on it. */
export function place(from: number, to: number, range: Range): { left: number; width: number } | null {
  if (to <= range.start || from >= range.end) return null
  const percent = (at: number) => ((at - range.start) / (range.end - range.start)) * 100
  const left = Math.max(0, percent(from))
  return { left, width: Math.min(100, percent(to)) - left }
}
