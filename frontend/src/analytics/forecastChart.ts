import type { EChartsOption, LineSeriesOption } from 'echarts'
import { timeText } from '../ui/clock'
import { quantity } from '../ui/numbers'
import { timeAxis } from './axis'
import type { Expected, Forecast } from './forecast'
import type { PowerWindow } from './queries'

/** A window, what was measured in it and what had been expected. */
export interface ComparedWindow {
  /** Its right end, which labels it. */
  time: string
  /** Null where nothing was reported. */
  measured: number | null
  expected: Expected | null
}

/** All windows of either, in order. */
export function comparedWindows(forecast: Forecast, windows: PowerWindow[]): ComparedWindow[] {
  const rows = new Map<number, ComparedWindow>()
  for (const window of windows) {
    const measured = window.count > 0 ? window.meanKW : null
    rows.set(Date.parse(window.end), { time: window.end, measured, expected: null })
  }
  for (const point of forecast.points) {
    const measured = rows.get(Date.parse(point.time))?.measured ?? null
    rows.set(Date.parse(point.time), { time: point.time, measured, expected: point })
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
}

const FORECAST = 'Expected'
const FAINT = 0.22

/** Measured as steps, the expected as a line, and bands around it. A label is a window's right end, so steps go up to it. */
export function comparisonOption(rows: ComparedWindow[], levels: number[], zone: string): EChartsOption {
  const at = (value: (row: ComparedWindow) => number | null) => rows.map((row) => [row.time, value(row)])
  // Of one name, so that they have one colour and one entry in the legend.
  const band = (level: number): LineSeriesOption[] => {
    const limits = (row: ComparedWindow) => row.expected?.intervals.get(level)
    const edge = { name: FORECAST, type: 'line', stack: `${level}`, symbol: 'none', lineStyle: { width: 0 } } as const
    return [
      { ...edge, stackStrategy: 'all', data: at((row) => limits(row)?.low ?? null) },
      {
        ...edge,
        stackStrategy: 'all',
        areaStyle: { opacity: FAINT },
        data: at((row) => {
          const found = limits(row)
          return found ? found.high - found.low : null
        }),
      },
    ]
  }
  return {
    grid: { left: 64, right: 16, top: 40, bottom: 64 },
    legend: { top: 0, data: ['Measured', FORECAST] },
    tooltip: { trigger: 'axis', formatter: (params) => tip(rows, params, zone) },
    ...timeAxis(zone),
    yAxis: { type: 'value', name: 'kW', scale: true },
    dataZoom: [{ type: 'inside' }, { type: 'slider', height: 20, bottom: 8 }],
    series: [
      { name: 'Measured', type: 'line', step: 'start', symbol: 'none', data: at((row) => row.measured), z: 4 },
      ...levels.flatMap(band),
      {
        name: FORECAST,
        type: 'line',
        symbol: 'none',
        lineStyle: { type: 'dashed' },
        data: at((row) => row.expected?.mean ?? null),
        z: 5,
      },
    ],
  }
}

function tip(rows: ComparedWindow[], params: unknown, zone: string): string {
  const first: unknown = Array.isArray(params) ? params[0] : params
  const row = rows[(first as { dataIndex: number }).dataIndex]
  if (!row) return ''
  const limits = [...(row.expected?.intervals ?? [])].map(
    ([level, { low, high }]) => `${level} %: ${quantity(low)} to ${quantity(high, 'kW')}`,
  )
  return [
    `until ${timeText(row.time, zone)}`,
    `Measured: ${quantity(row.measured, 'kW')}`,
    `Expected: ${quantity(row.expected?.mean, 'kW')}`,
    ...limits,
  ].join('\n')
}
