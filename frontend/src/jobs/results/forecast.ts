import type { EChartsOption } from 'echarts'
import type { Measured } from './power'

export interface ForecastPoint {
  time: string
  meanKW: number
  low80KW: number
  high80KW: number
  low95KW: number
  high95KW: number
}

export interface ForecastOutputs {
  vessel: string
  start: string
  end: string
  kWh: number
  points: ForecastPoint[]
  history: { start: string; end: string; windows: number; missingWindows: number }
  parameters: { season: 'day' | 'week'; dayWeight: number; damping: number; smoothing: number }
  accuracy: { origins: number; maeKW: number; mase: number | null; naiveMase: number | null }
}

/** What was measured of a window, beside what was expected. */
export interface Compared extends ForecastPoint {
  measuredKW: number | null
}

/** Forecast and measurement of the same windows, matched by their right ends. */
export function compared(points: ForecastPoint[], measured: Measured[]): Compared[] {
  const known = new Map(measured.map((window) => [Date.parse(window.end), window.meanKW]))
  return points.map((point) => ({ ...point, measuredKW: known.get(Date.parse(point.time)) ?? null }))
}

/** How many of the windows that were measured lie within limits; null when none was. */
export function within(rows: Compared[], low: 'low80KW' | 'low95KW', high: 'high80KW' | 'high95KW'): number | null {
  const known = rows.filter((row) => row.measuredKW !== null)
  if (known.length === 0) return null
  const inside = known.filter((row) => (row.measuredKW ?? 0) >= row[low] && (row.measuredKW ?? 0) <= row[high])
  return inside.length / known.length
}

/** The forecast between its limits, after the measured power before it and with that since. */
export function forecastOption(points: ForecastPoint[], measured: Measured[]): EChartsOption {
  return {
    grid: { left: 24, right: 24, top: 48, bottom: 72, containLabel: true },
    legend: {
      top: 0,
      data: [
        { name: '95 % limits', icon: 'roundRect' },
        { name: '80 % limits', icon: 'roundRect' },
        { name: 'Expected' },
        { name: 'Measured' },
      ],
    },
    tooltip: { trigger: 'axis', formatter: (shown) => tip(shown, points) },
    dataZoom: [{ type: 'inside' }, { type: 'slider', height: 20, bottom: 12 }],
    xAxis: { type: 'time' },
    yAxis: { type: 'value', name: 'kW', scale: true },
    useUTC: true,
    series: [
      ...band('95 % limits', points, 'low95KW', 'high95KW', 0.25),
      ...band('80 % limits', points, 'low80KW', 'high80KW', 0.45),
      line(
        'Expected',
        'dashed',
        points.map((point) => [Date.parse(point.time), point.meanKW]),
      ),
      line(
        'Measured',
        'solid',
        measured.map((window) => [Date.parse(window.end), window.meanKW]),
      ),
    ],
  }
}

function line(name: string, type: 'solid' | 'dashed', data: [number, number | null][]) {
  return { name, type: 'line' as const, symbol: 'none', lineStyle: { type, width: 2 }, data }
}

/** The room between two limits: what is above the lower one, stacked on it. The same name gives both one colour. */
function band(
  name: string,
  points: ForecastPoint[],
  low: 'low80KW' | 'low95KW',
  high: 'high80KW' | 'high95KW',
  opacity: number,
) {
  const common = { name, type: 'line' as const, stack: name, symbol: 'none', lineStyle: { opacity: 0 } }
  return [
    { ...common, data: points.map((point) => [Date.parse(point.time), point[low]]) },
    {
      ...common,
      areaStyle: { opacity },
      data: points.map((point) => [Date.parse(point.time), point[high] - point[low]]),
    },
  ]
}

/** The numbers of a moment: the chart's own tip would tell the bands' heights. */
function tip(shown: unknown, points: ForecastPoint[]): string {
  const parts = (Array.isArray(shown) ? shown : [shown]) as { seriesName?: string; value: [number, number | null] }[]
  const time = parts[0]?.value[0] ?? 0
  const point = points.find((one) => Date.parse(one.time) === time)
  const measured = parts.find((part) => part.seriesName === 'Measured')?.value[1]
  const kW = (value: number) => `${Math.round(value)} kW`
  return [
    `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    ...(measured === undefined || measured === null ? [] : [`Measured ${kW(measured)}`]),
    ...(point
      ? [
          `Expected ${kW(point.meanKW)}`,
          `80 %: ${kW(point.low80KW)} to ${kW(point.high80KW)}`,
          `95 %: ${kW(point.low95KW)} to ${kW(point.high95KW)}`,
        ]
      : []),
  ].join('\n')
}
