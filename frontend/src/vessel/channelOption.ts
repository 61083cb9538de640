import type { EChartsOption } from 'echarts'
import { tickText } from '../chart/ticks'
import { timeText } from '../ui/clock'
import { quantity } from '../ui/numbers'
import { axesOf, inPercent, type Line, type Range } from './channelLines'

const COLOURS = 9
const DASHES = ['solid', 'dashed', 'dotted'] as const
/** As many lines of text as a tooltip shows without leaving the chart. */
const TOLD = 14

interface Hovered {
  seriesIndex: number
  value: [number, number | null]
}

/** Draws lines that stay fluid when there are many: without symbols, thinned to what the screen can show. */
export function channelOption(lines: Line[], range: Range, zone: string): EChartsOption {
  const axes = axesOf(lines)
  const names = axes === 'percent' ? ['% of each line’s range'] : axes
  return {
    useUTC: true,
    grid: { left: 64, right: names.length > 1 ? 64 : 16, top: 56, bottom: 76 },
    legend: { type: 'scroll', top: 0, data: lines.map((line) => line.name) },
    xAxis: {
      type: 'time',
      min: range.start,
      max: range.end,
      axisLabel: { formatter: (at: number) => tickText(at, zone), hideOverlap: true },
    },
    yAxis: names.map((name) => ({ type: 'value', name, scale: true })),
    dataZoom: [{ type: 'slider', bottom: 8, height: 28, labelFormatter: (at: number) => tickText(at, zone) }],
    tooltip: { trigger: 'axis', formatter: (shown) => told(shown as unknown as Hovered[], lines, zone) },
    series: lines.map((line, i) => ({
      type: 'line',
      name: line.name,
      data: axes === 'percent' ? inPercent(line) : line.points,
      yAxisIndex: axes === 'percent' ? 0 : axes.indexOf(line.unit),
      symbol: line.points.length < 2 ? 'circle' : 'none',
      sampling: 'lttb',
      // On a canvas of their own, and nothing to light up: what follows the pointer redraws no line.
      zlevel: -1,
      silent: true,
      emphasis: { disabled: true },
      lineStyle: { width: 1.5, type: DASHES[Math.floor(i / COLOURS) % DASHES.length] ?? 'solid' },
    })),
  }
}

/** What all lines say at a time, in their own units, as far as there is room. */
function told(shown: Hovered[], lines: Line[], zone: string): string {
  const at = shown[0]?.value[0]
  if (at === undefined) return ''
  const texts = shown.flatMap(({ seriesIndex, value: [time] }) => {
    const line = lines[seriesIndex]
    const point = line?.points.find((other) => other[0] === time)
    return line && point && point[1] !== null ? [`${line.name}: ${quantity(point[1], line.unit)}`] : []
  })
  const more = texts.length > TOLD ? [`and ${texts.length - TOLD} more`] : []
  return [timeText(at, zone), ...texts.slice(0, TOLD), ...more].join('\n')
}
