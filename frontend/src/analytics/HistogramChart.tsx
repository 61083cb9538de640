import type { EChartsOption } from 'echarts'
import { useMemo } from 'react'
import { Chart } from '../chart/Chart'
import { quantity } from '../ui/numbers'
import type { Bin, Histogram } from './histogram'

/** How many fall between which limits. */
export function HistogramChart({ label, histogram }: { label: string; histogram: Histogram }) {
  const { bins, unit } = histogram
  const option = useMemo<EChartsOption>(
    () => ({
      grid: { left: 64, right: 16, top: 24, bottom: 48 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', name: unit ?? '', nameLocation: 'middle', nameGap: 32, data: bins.map(limits) },
      yAxis: { type: 'value', name: 'count' },
      series: [{ name: 'count', type: 'bar', barCategoryGap: '4%', data: bins.map((bin) => bin.count) }],
    }),
    [bins, unit],
  )
  return (
    <Chart
      label={unit ? `${label}, by ${unit}` : label}
      option={option}
      columns={[
        { title: 'From', numeric: true, cell: (bin) => quantity(bin.from, unit) },
        { title: 'To', numeric: true, cell: (bin) => quantity(bin.to, unit) },
        { title: 'Count', numeric: true, cell: (bin) => quantity(bin.count) },
      ]}
      rows={bins}
      rowKey={limits}
    />
  )
}

const limits = (bin: Bin) => `${quantity(bin.from)} to ${quantity(bin.to)}`
