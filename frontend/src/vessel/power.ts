import type { PowerInterval, PowerWindow } from './queries'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const QUARTER = 15 * MINUTE

/** From when to when a chart goes, and how long each of its bars is. */
export interface Range {
  start: number
  end: number
  interval: PowerInterval
}

export const SPANS = { '6 h': 6 * HOUR, '24 h': 24 * HOUR, '7 days': 7 * DAY } as const

export type Span = keyof typeof SPANS

/** How long the bars are, so that a person can still tell them apart. */
export function intervalFor(span: number): PowerInterval {
  if (span <= 2 * DAY) return 'PT15M'
  return span <= 31 * DAY ? 'PT1H' : 'P1D'
}

/** The last hours or days, to the end of the window that is open now: it moves on with each that closes. */
export function rangeUntil(now: number, span: Span): Range {
  const interval = intervalFor(SPANS[span])
  const step = interval === 'PT15M' ? QUARTER : HOUR
  const end = (Math.floor(now / step) + 1) * step
  return { start: end - SPANS[span], end, interval }
}

/**
 * How far a window can be relied on: `gap` when nothing was reported in it, `open` while it is not over, `partial` when
 * readings speak for a part of it only.
 */
export type Standing = 'whole' | 'partial' | 'open' | 'gap'

/** A bar of the chart, or a stretch without any. */
export interface Bar {
  start: number
  end: number
  standing: Standing
  /** Absent for a stretch that the answer did not have as a window. */
  window?: PowerWindow
}

export function standing(window: PowerWindow, now: number): Standing {
  const end = Date.parse(window.end)
  if (end > now) return 'open'
  if (window.count === 0) return 'gap'
  return window.coverageSeconds * 1000 < end - Date.parse(window.start) ? 'partial' : 'whole'
}

/** The windows as bars; gaps that follow one another are one, also where the data has not begun or does not go on. */
export function bars(windows: PowerWindow[], range: Range, now: number): Bar[] {
  const made: Bar[] = []
  let at = range.start
  const gap = (end: number) => {
    const last = made.at(-1)
    if (last?.standing === 'gap') last.end = end
    else made.push({ start: at, end, standing: 'gap' })
    at = end
  }
  for (const window of windows) {
    const start = Date.parse(window.start)
    const end = Date.parse(window.end)
    if (start > at) gap(start)
    const how = standing(window, now)
    if (how === 'gap') gap(end)
    else made.push({ start, end, standing: how, window })
    at = end
  }
  const until = Math.min(now, range.end)
  if (until > at) gap(until)
  return made
}

/** How much of a window its readings speak for, in percent. */
export function covered(window: PowerWindow): number {
  const length = Date.parse(window.end) - Date.parse(window.start)
  return Math.min(100, (window.coverageSeconds * 100_000) / length)
}

/** The energy of all windows in kWh. */
export function total(windows: PowerWindow[]): number {
  return windows.reduce((sum, window) => sum + window.kWh, 0)
}
