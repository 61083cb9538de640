import type { EChartsOption } from 'echarts'
import { lazy, Suspense, useState } from 'react'
import { Loading } from '../ui/Loading'
import { type Column, Table } from '../ui/Table'

const EChart = lazy(async () => ({ default: (await import('./EChart')).EChart }))

interface Props<T> {
  /** What is drawn, with its unit: "Power of MV102 in kW". */
  label: string
  option: EChartsOption
  /** The same data as a table, for who cannot see the drawing or wants the numbers. */
  columns: Column<T>[]
  rows: T[]
  rowKey: (row: T) => string
  height?: number
}

/** A chart and its twin, a table. */
export function Chart<T>({ label, option, columns, rows, rowKey, height = 320 }: Props<T>) {
  const [table, setTable] = useState(false)
  return (
    <figure className="chart">
      <figcaption>
        <span>{label}</span>
        <button type="button" className="button" aria-pressed={table} onClick={() => setTable(!table)}>
          Table
        </button>
      </figcaption>
      {table ? (
        <Table caption={label} columns={columns} rows={rows} rowKey={rowKey} />
      ) : (
        <Suspense fallback={<Loading what="the chart" />}>
          <EChart option={option} height={height} label={label} />
        </Suspense>
      )}
    </figure>
  )
}
