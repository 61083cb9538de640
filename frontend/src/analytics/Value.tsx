import { ForecastComparison } from './ForecastComparison'
import { forecastOf } from './forecast'
import { HistogramChart } from './HistogramChart'
import { histogramOfObject, histogramOfTable } from './histogram'
import { ObjectFields } from './ObjectFields'
import type { Result } from './queries'
import { summaryOf, unitText } from './summary'
import { LinesChart } from './LinesChart'
import { TableValue } from './TableValue'
import { isByTime, numericColumns, seriesOf, tableOf } from './value'

/** A result's value, drawn by what it is. */
export function Value({ result, zone }: { result: Result; zone: string }) {
  const label = `${result.name} of ${result.vessel ?? 'the whole fleet'}`
  if (result.vessel !== null && forecastOf(result)) return <ForecastComparison result={result} />
  switch (result.type) {
    case 'number':
      return <p className="analytics-number">{summaryOf(result)}</p>
    case 'series': {
      const unit = unitText(result.unit)
      const rows = seriesOf(result.value).map(({ time, value }) => ({ time, values: [value] }))
      return <LinesChart label={label} lines={[{ name: 'Value', unit }]} rows={rows} zone={zone} />
    }
    case 'table': {
      const table = tableOf(result.value)
      const histogram = histogramOfTable(table)
      if (histogram) return <HistogramChart label={label} histogram={histogram} />
      if (!isByTime(table)) return <TableValue label={label} table={table} zone={zone} />
      const numeric = numericColumns(table)
      const lines = numeric.flatMap((i) => table.columns[i] ?? []).map(({ name, unit = null }) => ({ name, unit }))
      const rows = table.rows.map((row) => ({
        time: String(row[0]),
        values: numeric.map((i) => (typeof row[i] === 'number' ? row[i] : null)),
      }))
      return <LinesChart label={label} lines={lines} rows={rows} zone={zone} />
    }
    case 'object': {
      const histogram = histogramOfObject(result.value)
      return histogram ? (
        <HistogramChart label={label} histogram={histogram} />
      ) : (
        <ObjectFields value={result.value} zone={zone} />
      )
    }
  }
}
