import type { PowerWindow, Result } from './queries'
import { isByTime, seriesOf, tableOf } from './value'

/** The limits within which a share of what comes is expected. */
export interface Interval {
  low: number
  high: number
}

/** A window of the future. */
export interface Expected {
  /** The window's right end, which labels it. */
  time: string
  mean: number
  /** By the percentage that they hold, narrowest first. */
  intervals: Map<number, Interval>
}

export interface Forecast {
  points: Expected[]
  levels: number[]
}

const MEAN = /^(mean|forecast|expected|value|median)(kw)?$/i
const LIMIT = /^(low|high|lower|upper)_?(\d{1,2})(kw)?$/i

/**
 * What a result foresees of a vessel's power, if it does: a table with a time, an expected value and limits such as
 * `low80KW` and `high80KW`, as the process power-forecast publishes; or a series in kW whose name says so.
 */
export function forecastOf(result: Result): Forecast | null {
  if (result.type === 'table') return ofTable(result.value)
  if (result.type === 'series' && result.unit === 'kW' && /forecast/i.test(result.name)) {
    const points = seriesOf(result.value).flatMap(({ time, value }) =>
      value === null ? [] : [{ time, mean: value, intervals: new Map<number, Interval>() }],
    )
    return points.length > 0 ? { points, levels: [] } : null
  }
  return null
}

function ofTable(value: unknown): Forecast | null {
  const table = tableOf(value)
  if (!isByTime(table)) return null
  const mean = table.columns.findIndex((column) => MEAN.test(column.name) && column.unit === 'kW')
  const limits = table.columns.flatMap((column, i) => {
    const [, side, level] = LIMIT.exec(column.name) ?? []
    return side && level ? [{ i, low: /^low/i.test(side), level: Number(level) }] : []
  })
  const levels = [...new Set(limits.map((limit) => limit.level))].sort((a, b) => a - b)
  if (mean < 0 || levels.length === 0) return null
  const points = table.rows.flatMap((row) => {
    const expected = row[mean]
    if (typeof expected !== 'number') return []
    const intervals = new Map<number, Interval>()
    for (const level of levels) {
      const low = row[limits.find((limit) => limit.level === level && limit.low)?.i ?? -1]
      const high = row[limits.find((limit) => limit.level === level && !limit.low)?.i ?? -1]
      if (typeof low === 'number' && typeof high === 'number') intervals.set(level, { low, high })
    }
    return [{ time: row[0] as string, mean: expected, intervals }]
  })
  return { points, levels }
}

const WHOLE = 0.9

/** Whether what was measured speaks for the whole window: only then it can be compared. */
export function isWhole(window: PowerWindow, now: number): boolean {
  const seconds = (Date.parse(window.end) - Date.parse(window.start)) / 1000
  return window.count > 0 && window.coverageSeconds >= WHOLE * seconds && Date.parse(window.end) <= now
}

export interface Errors {
  /** How many windows were compared. */
  windows: number
  /** Mean absolute error in kW. */
  mae: number
  /** Root of the mean squared error in kW, in which large ones count more. */
  rmse: number
  /** Mean of forecast less measured in kW: above 0 it foresaw too much. */
  bias: number
  /** The absolute errors as a share of all that was measured; null when that is nothing. */
  share: number | null
  /** By level, the share of windows that were within the limits. */
  within: Map<number, number>
}

/** How far a forecast was off what was measured since; null when there is nothing to compare yet. */
export function errorsOf(forecast: Forecast, windows: PowerWindow[], now: number): Errors | null {
  const measured = new Map(
    windows.filter((window) => isWhole(window, now)).map((window) => [Date.parse(window.end), window.meanKW]),
  )
  const pairs = forecast.points.flatMap((point) => {
    const was = measured.get(Date.parse(point.time))
    return was === undefined ? [] : [{ point, was, off: point.mean - was }]
  })
  if (pairs.length === 0) return null
  const mean = (value: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length
  const mae = mean(({ off }) => Math.abs(off))
  const level = mean(({ was }) => was)
  const within = new Map(
    forecast.levels.map((percent) => [
      percent,
      mean(({ point, was }) => {
        const limits = point.intervals.get(percent)
        return limits && limits.low <= was && was <= limits.high ? 1 : 0
      }),
    ]),
  )
  return {
    windows: pairs.length,
    mae,
    rmse: Math.sqrt(mean(({ off }) => off * off)),
    bias: mean(({ off }) => off),
    share: level > 0 ? mae / level : null,
    within,
  }
}
