import { describe, expect, it } from 'vitest'
import { errorsOf, forecastOf, isWhole } from './forecast'
import { comparedWindows } from './forecastChart'
import type { PowerWindow, Result } from './queries'

const NOW = Date.parse('2026-11-21T12:00:00Z')

function window(end: string, meanKW: number, more: Partial<PowerWindow> = {}): PowerWindow {
  const start = new Date(Date.parse(end) - 900_000).toISOString()
  return { start, end, meanKW, count: 3, coverageSeconds: 900, ...more } as PowerWindow
}

function table(rows: unknown[][], columns: { name: string; unit?: string }[] = COLUMNS): Result {
  return { name: 'power-forecast', vessel: 'MV102', type: 'table', value: { columns, rows } } as Result
}

const COLUMNS = [
  { name: 'time' },
  { name: 'meanKW', unit: 'kW' },
  { name: 'low80KW', unit: 'kW' },
  { name: 'high80KW', unit: 'kW' },
  { name: 'low95KW', unit: 'kW' },
  { name: 'high95KW', unit: 'kW' },
]
const RESULT = table([
  ['2026-11-21T10:15:00Z', 100, 90, 110, 80, 120],
  ['2026-11-21T10:30:00Z', 200, 190, 210, 180, 220],
])

describe('forecastOf', () => {
  it('should read the expected power and its limits when a table has them', () => {
    const forecast = forecastOf(RESULT)
    expect(forecast?.levels).toEqual([80, 95])
    expect(forecast?.points[1]?.mean).toBe(200)
    expect(forecast?.points[1]?.intervals.get(95)).toEqual({ low: 180, high: 220 })
  })
  it('should take a series without limits when its name and unit say that it is one', () => {
    const value = [{ time: '2026-11-21T10:15:00Z', value: 5 }]
    const series = { name: 'hotel-load.forecast', type: 'series', unit: 'kW', value } as Result
    expect(forecastOf(series)?.points).toHaveLength(1)
    expect(forecastOf({ ...series, unit: 'm' })).toBeNull()
    expect(forecastOf({ ...series, name: 'hotel-load' })).toBeNull()
  })
  it('should be nothing when a table is about something else', () => {
    expect(
      forecastOf(table([['2026-11-21T10:15:00Z', 1]], [{ name: 'time' }, { name: 'meanKW', unit: 'kW' }])),
    ).toBeNull()
  })
})

describe('isWhole', () => {
  it('should want readings for nearly all of a window that has ended', () => {
    const end = '2026-11-21T11:45:00Z'
    expect(isWhole(window(end, 1), NOW)).toBe(true)
    expect(isWhole(window(end, 1, { coverageSeconds: 810 }), NOW)).toBe(true)
    expect(isWhole(window(end, 1, { coverageSeconds: 809 }), NOW)).toBe(false)
    expect(isWhole(window(end, 0, { count: 0 }), NOW)).toBe(false)
    expect(isWhole(window('2026-11-21T12:15:00Z', 1), NOW)).toBe(false)
  })
})

describe('errorsOf', () => {
  const forecast = forecastOf(RESULT) ?? { points: [], levels: [] }

  it('should compare windows by their right ends', () => {
    const errors = errorsOf(
      forecast,
      [window('2026-11-21T10:15:00.000Z', 85), window('2026-11-21T10:30:00Z', 205)],
      NOW,
    )
    expect(errors?.windows).toBe(2)
    expect(errors?.mae).toBeCloseTo(10)
    expect(errors?.bias).toBeCloseTo(5)
    expect(errors?.rmse).toBeCloseTo(Math.sqrt((225 + 25) / 2))
    expect(errors?.share).toBeCloseTo(20 / 290)
    expect(errors?.within.get(80)).toBe(0.5)
    expect(errors?.within.get(95)).toBe(1)
  })
  it('should leave out gaps and what is still open', () => {
    const partial = window('2026-11-21T10:15:00Z', 0, { coverageSeconds: 300 })
    expect(errorsOf(forecast, [partial, window('2026-11-21T10:30:00Z', 200)], NOW)?.windows).toBe(1)
  })
  it('should be nothing when nothing was measured', () => {
    expect(errorsOf(forecast, [window('2026-11-21T09:00:00Z', 100)], NOW)).toBeNull()
  })
})

describe('comparedWindows', () => {
  it('should join both by time, in order, with gaps where nothing was reported', () => {
    const rows = comparedWindows(forecastOf(RESULT) ?? { points: [], levels: [] }, [
      window('2026-11-21T10:15:00Z', 90),
      window('2026-11-21T10:00:00Z', 0, { count: 0 }),
    ])
    expect(rows.map((row) => [row.time.slice(11, 16), row.measured, row.expected?.mean ?? null])).toEqual([
      ['10:00', null, null],
      ['10:15', 90, 100],
      ['10:30', null, 200],
    ])
  })
})
