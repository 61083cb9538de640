import type { EChartsOption } from 'echarts'
import { useMemo } from 'react'
import { Chart } from '../chart/Chart'
import { timeText } from '../ui/clock'
import { quantity } from '../ui/numbers'
import { timeAxis } from './axis'

interface Line {
  name: string
  unit: string | null
}

interface Row {
  time: string
  values: (number | null)[]
}

/** More rows than these nobody reads, and a browser stumbles over. */
const MOST_ROWS = 1_000

/** Numbers over time; gaps stay gaps. */
export function LinesChart({ label, lines, rows, zone }: { label: string; lines: Line[]; rows: Row[]; zone: string }) {
  const units = [...new Set(lines.flatMap((line) => line.unit ?? []))].join(', ')
  const option = useMemo<EChartsOption>(
    () => ({
      grid: { left: 64, right: 16, top: 40, bottom: 64 },
      legend: lines.length > 1 ? { top: 0, type: 'scroll' } : { show: false },
      tooltip: { trigger: 'axis', valueFormatter: (value) => quantity(typeof value === 'number' ? value : null) },
      ...timeAxis(zone),
      yAxis: { type: 'value', name: units, scale: true },
      dataZoom: [{ type: 'inside' }, { type: 'slider', height: 20, bottom: 8 }],
      series: lines.map((line, i) => ({
        name: line.name,
        type: 'line',
        symbol: rows.length === 1 ? 'circle' : 'none',
        sampling: 'lttb',
        data: rows.map((row) => [row.time, row.values[i] ?? null]),
      })),
    }),
    [lines, rows, units, zone],
  )
  const shown = rows.slice(-MOST_ROWS)
  return (
    <>
      <Chart
        label={units ? `${label} in ${units}` : label}
        option={option}
        columns={[
          { title: 'Time', cell: (row) => timeText(row.time, zone, 'second') },
          ...lines.map((line, i) => ({
            title: line.name,
            numeric: true,
            cell: (row: Row) => quantity(row.values[i], line.unit),
          })),
        ]}
        rows={shown}
        rowKey={(row) => row.time}
      />
      {rows.length > MOST_ROWS && (
        <p className="hint">
          The table has the last {MOST_ROWS} of {rows.length} rows.
        </p>
      )}
    </>
  )
}
