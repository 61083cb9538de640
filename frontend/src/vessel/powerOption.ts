import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemReturn, EChartsOption } from 'echarts'
import { tickText, zoneTicks } from '../chart/ticks'
import { timeText } from '../ui/clock'
import { quantity } from '../ui/numbers'
import { colour } from '../ui/palette'
import { type Bar, covered, type Range, type Standing } from './power'

const TICKS = 9

const SAID: Record<Standing, string> = {
  whole: '',
  partial: 'partly covered',
  open: 'open: grows until its end',
  gap: 'no data',
}

/** What is known of a bar, line by line. */
export function barText(bar: Bar, zone: string): string {
  const { window } = bar
  const until = timeText(bar.end, zone)
  if (!window) return `No data until ${until}`
  return [
    `Until ${until}`,
    `Mean ${quantity(window.meanKW, 'kW')}, ${quantity(window.kWh, 'kWh')}`,
    `Least ${quantity(window.minKW, 'kW')}, greatest ${quantity(window.maxKW, 'kW')}`,
    `${quantity(covered(window))} % covered by ${window.count} readings`,
    `${window.state}, revision ${window.revision}`,
    ...window.flags,
    SAID[bar.standing],
  ]
    .filter(Boolean)
    .join('\n')
}

/** Draws power: bars by their right end, what is not whole outlined, from least to greatest a line, gaps as such. */
export function powerOption(made: Bar[], range: Range, zone: string): EChartsOption {
  const ticks = zoneTicks(range.start, range.end, zone, TICKS)
  return {
    grid: { left: 64, right: 16, top: 28, bottom: 32 },
    xAxis: {
      type: 'value',
      min: range.start,
      max: range.end,
      splitLine: { show: false },
      axisTick: { show: true, customValues: ticks },
      axisLabel: { customValues: ticks, formatter: (at: number) => tickText(at, zone), hideOverlap: true },
    },
    yAxis: { type: 'value', name: 'kW', min: 0 },
    tooltip: { trigger: 'item', formatter: (shown) => textOf(shown, made, zone) },
    series: [
      {
        type: 'custom',
        encode: { x: [0, 1], y: [2, 3] },
        data: made.map(({ start, end, window }) => [start, end, window?.meanKW ?? 0, window?.maxKW ?? 0]),
        renderItem: (params, api) => drawn(made[params.dataIndex], api, params.coordSys as unknown as Frame),
      },
    ],
  }
}

function textOf(shown: unknown, made: Bar[], zone: string): string {
  const bar = made[(shown as { dataIndex: number }).dataIndex]
  return bar ? barText(bar, zone) : ''
}

interface Frame {
  y: number
  height: number
}

/** One bar in its column, all of which shows what is known of it. */
function drawn(bar: Bar | undefined, api: CustomSeriesRenderItemAPI, frame: Frame): CustomSeriesRenderItemReturn {
  if (!bar) return null
  const x = (at: number) => (api.coord([at, 0]) as [number, number])[0]
  const y = (kW: number) => (api.coord([bar.start, kW]) as [number, number])[1]
  const left = x(bar.start)
  const width = x(bar.end) - left
  const column = { x: left, y: frame.y, width, height: frame.height }
  const { window } = bar
  if (!window) return gap(column)

  const ink = colour('data-categorical-qualitative-01')
  const line = colour('element-active-color')
  const space = Math.min(1, width / 8)
  const whole = bar.standing === 'whole'
  const top = y(window.meanKW)
  const middle = left + width / 2
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: column, style: { fill: 'transparent' } },
      {
        type: 'rect',
        shape: { x: left + space, y: top, width: width - 2 * space, height: y(0) - top },
        style: {
          fill: ink,
          opacity: whole ? 1 : 0.35,
          stroke: ink,
          lineWidth: whole ? 0 : 1.5,
          lineDash: bar.standing === 'open' ? [3, 3] : false,
        },
      },
      ...(window.minKW === null || window.maxKW === null
        ? []
        : [
            {
              type: 'line' as const,
              shape: { x1: middle, x2: middle, y1: y(window.minKW), y2: y(window.maxKW) },
              style: { stroke: line, lineWidth: 1.5 },
            },
          ]),
      ...(window.state === 'revised' || window.flags.length > 0
        ? [
            {
              type: 'polygon' as const,
              shape: {
                points: [
                  [middle - 5, frame.y - 10],
                  [middle + 5, frame.y - 10],
                  [middle, frame.y - 2],
                ],
              },
              style: { fill: line },
            },
          ]
        : []),
    ],
  }
}

/** A stretch without data: framed, and named where there is room. */
function gap(column: { x: number; y: number; width: number; height: number }): CustomSeriesRenderItemReturn {
  return {
    type: 'rect',
    shape: column,
    style: {
      fill: colour('container-backdrop-color'),
      stroke: colour('element-inactive-color'),
      lineDash: [4, 4],
    },
    textContent: {
      type: 'text',
      style: {
        text: column.width > 50 ? 'no data' : '',
        fill: colour('element-neutral-color'),
      },
    },
    textConfig: { position: 'inside' },
  }
}
