import type { ChannelWindows } from './queries'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** As many lines as a person may put into one chart. */
export const MOST = 50

/** How much time a chart shows, in windows of which length: never more points on a line than a screen has. */
export const SPANS = {
  '1 h': { length: HOUR, window: 10_000, interval: 'PT10S' },
  '6 h': { length: 6 * HOUR, window: MINUTE, interval: 'PT1M' },
  '24 h': { length: 24 * HOUR, window: 5 * MINUTE, interval: 'PT5M' },
  '7 days': { length: 168 * HOUR, window: 30 * MINUTE, interval: 'PT30M' },
} as const

export type Span = keyof typeof SPANS

export interface Range {
  start: number
  end: number
}

/** The last hours, to the end of the window that is open now; the chart moves on not more often than it shows. */
export function rangeUntil(now: number, span: Span): Range {
  const { length, window } = SPANS[span]
  const step = Math.max(window, MINUTE)
  const end = (Math.floor(now / step) + 1) * step
  return { start: end - length, end }
}

export type Point = [at: number, value: number | null]

/** After how many times its usual distance the next reading of a channel is no longer joined to the last. */
const GAP = 3

/** A line through the middles of windows, broken where a channel was silent for longer than it usually is. */
export function lineOf(windows: ChannelWindows['windows']): Point[] {
  const points = windows.flatMap(({ start, end, mean }): Point[] =>
    mean === undefined ? [] : [[(Date.parse(start) + Date.parse(end)) / 2, mean]],
  )
  const distances = points.slice(1).map(([at], i) => at - (points[i] as Point)[0])
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0
  return points.flatMap((point, i): Point[] => {
    const distance = distances[i]
    if (distance === undefined || distance <= GAP * usual) return [point]
    return [point, [point[0] + distance / 2, null]]
  })
}

/** One line in the chart. */
export interface Line {
  id: string
  name: string
  unit: string
  points: Point[]
}

export interface Summary {
  least: number
  mean: number
  greatest: number
  last: number
}

/** What a line comes to; null when it has no point. */
export function summary(line: Line): Summary | null {
  const values = line.points.flatMap(([, value]) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  return {
    least: Math.min(...values),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    greatest: Math.max(...values),
    last: values.at(-1) ?? 0,
  }
}

/**
 * How lines of several units share one chart: an axis for each unit while there is a side for it, else each line by
 * its own range, in percent.
 */
export function axesOf(lines: Line[]): string[] | 'percent' {
  const units = [...new Set(lines.map((line) => line.unit))]
  return units.length > 2 ? 'percent' : units
}

/** A line by its own range: its least is 0 %, its greatest 100 %; one that never changes runs in the middle. */
export function inPercent(line: Line): Point[] {
  const known = summary(line)
  if (!known) return []
  const range = known.greatest - known.least
  return line.points.map(([at, value]): Point => {
    if (value === null) return [at, null]
    return [at, range === 0 ? 50 : ((value - known.least) / range) * 100]
  })
}
