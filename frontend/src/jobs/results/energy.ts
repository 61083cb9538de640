import type { EChartsOption } from 'echarts'
import type { Measured } from './power'

export interface Energy {
  vessel: string | null
  start: string
  end: string
  kWh: number
  meanKW: number | null
  peakKW: number | null
  peakWindow: string | null
  coverage: number
  windows: number
  expectedWindows: number
  gaps: { start: string; end: string; duration: string }[]
  moreGaps: number
  fuelTonnes: number
  co2Tonnes: number
}

export interface EnergyOutputs extends Energy {
  basis: { fuel: string; specificConsumptionGPerKWh: number; assumed: boolean }
  vessels: Energy[]
}

/** Each vessel's energy as a bar, the greatest on top. */
export function fleetOption(vessels: Energy[]): EChartsOption {
  const sorted = [...vessels].sort((a, b) => a.kWh - b.kWh)
  return {
    grid: { left: 24, right: 40, top: 16, bottom: 48, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', name: 'Energy in kWh', nameLocation: 'middle', nameGap: 30 },
    yAxis: { type: 'category', data: sorted.map((one) => one.vessel ?? '') },
    series: [{ name: 'Energy in kWh', type: 'bar', barMaxWidth: 26, data: sorted.map((one) => Math.round(one.kWh)) }],
  }
}

/** A vessel's power over the period, broken where nothing was reported, with the gaps marked. */
export function powerOption(windows: Measured[], gaps: Energy['gaps'], start: string, end: string): EChartsOption {
  return {
    grid: { left: 24, right: 24, top: 32, bottom: 72, containLabel: true },
    tooltip: { trigger: 'axis' },
    dataZoom: [{ type: 'inside' }, { type: 'slider', height: 20, bottom: 12 }],
    xAxis: { type: 'time', min: Date.parse(start), max: Date.parse(end) },
    yAxis: { type: 'value', name: 'kW', scale: false },
    useUTC: true,
    series: [
      {
        name: 'Mean power in kW',
        type: 'line',
        step: 'end',
        showSymbol: false,
        data: windows.map((window) => [Date.parse(window.end), window.meanKW]),
        markArea: {
          silent: true,
          label: { show: gaps.length <= 10, position: 'insideTop' },
          data: gaps.map((gap) => [
            { name: 'no readings', xAxis: Date.parse(gap.start) },
            { xAxis: Date.parse(gap.end) },
          ]),
        },
      },
    ],
  }
}
