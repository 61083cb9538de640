export interface Stay {
  start: string
  end: string
}

export interface RosterInputs {
  vessels: { code: string; capabilities?: string[] | null; costPerHour: number; unavailable?: Stay[] | null }[]
  schedules: (Stay & {
    id: string
    capabilities?: string[] | null
    vessels?: number | null
    priority?: number | null
  })[]
}

export interface Assignment extends Stay {
  schedule: string
  vessel: string
  cost: number
}

export interface RosterOutputs {
  assignments: Assignment[]
  unfilled: { schedule: string; missing: number; candidates: number }[]
  cost: number
  emptyWeight: number
  bound: { emptyWeight: number; cost: number }
  optimal: boolean
  endedBy: 'bound' | 'moves' | 'time'
}

/** Something on a row, as shares of the period's width. */
export interface Bar extends Stay {
  label: string
  away: boolean
  left: number
  width: number
}

export interface RosterRow {
  vessel: string
  bars: Bar[]
}

export interface Tick {
  label: string
  left: number
}

export interface Roster {
  rows: RosterRow[]
  ticks: Tick[]
}

const DAY_MS = 86_400_000
const MOST_TICKS = 8

/** Who sails what and when, row by row; all vessels that were offered, those too that sail nothing. */
export function roster(inputs: RosterInputs, outputs: RosterOutputs): Roster {
  const times = inputs.schedules.flatMap(({ start, end }) => [Date.parse(start), Date.parse(end)])
  const from = Math.min(...times)
  const to = Math.max(...times)
  const share = (time: number) => (Math.min(to, Math.max(from, time)) - from) / Math.max(1, to - from)
  const bar = (label: string, away: boolean, { start, end }: Stay): Bar[] => {
    const left = share(Date.parse(start))
    const width = share(Date.parse(end)) - left
    return width > 0 ? [{ label, away, start, end, left, width }] : []
  }
  return {
    rows: inputs.vessels.map(({ code, unavailable }) => ({
      vessel: code,
      bars: [
        ...(unavailable ?? []).flatMap((stay) => bar('away', true, stay)),
        ...outputs.assignments.filter((one) => one.vessel === code).flatMap((one) => bar(one.schedule, false, one)),
      ],
    })),
    ticks: ticks(from, to).map((time) => ({
      label: new Date(time).toISOString().slice(5, 10),
      left: share(time),
    })),
  }
}

/** Midnights in UTC, so many days apart that there are few enough. */
function ticks(from: number, to: number): number[] {
  const first = Math.ceil(from / DAY_MS)
  const last = Math.floor(to / DAY_MS)
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_TICKS))
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  return days.filter((_, i) => i % step === 0).map((day) => day * DAY_MS)
}
