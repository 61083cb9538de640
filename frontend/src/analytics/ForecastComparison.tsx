import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Chart } from '../chart/Chart'
import { timeText, useClock } from '../ui/clock'
import { QueryView } from '../ui/QueryView'
import { quantity } from '../ui/numbers'
import type { Column } from '../ui/Table'
import { useNow } from '../ui/now'
import { ForecastErrors } from './ForecastErrors'
import { errorsOf, type Forecast, forecastOf } from './forecast'
import { type ComparedWindow, comparedWindows, comparisonOption } from './forecastChart'
import { measuredQuery, type PowerWindow, type Result } from './queries'
import { useZoneOf } from './zones'

/** What is shown of the time before a forecast begins. */
const BEFORE_MS = 6 * 3_600_000
const TICK_MS = 30_000

/** One forecast, what was measured before and since, and how far it was off. */
export function ForecastComparison({ result }: { result: Result }) {
  const forecast = useMemo(() => forecastOf(result), [result])
  const from = new Date(Date.parse(result.start) - BEFORE_MS).toISOString()
  const measured = useQuery(measuredQuery(result.vessel ?? '', from, result.end))
  if (!forecast) return null
  return (
    <QueryView query={measured} what="what was measured">
      {(windows) => <Compared result={result} forecast={forecast} windows={windows} />}
    </QueryView>
  )
}

function Compared({ result, forecast, windows }: { result: Result; forecast: Forecast; windows: PowerWindow[] }) {
  const now = useNow(TICK_MS)
  const { utc } = useClock()
  const own = useZoneOf()(result.vessel)
  const zone = utc || !own ? 'UTC' : own
  const rows = useMemo(() => comparedWindows(forecast, windows, now), [forecast, windows, now])
  const option = useMemo(() => comparisonOption(rows, forecast.levels, zone), [rows, forecast, zone])
  return (
    <>
      <ForecastErrors errors={errorsOf(forecast, windows, now)} />
      <Chart
        label={`Power of ${result.vessel} in kW, by 15 minutes: measured, and as ${result.name} expected it`}
        option={option}
        columns={columnsOf(forecast.levels, zone)}
        rows={rows}
        rowKey={(row) => row.time}
        height={360}
      />
      <p className="hint">Windows that are still open, or reported in part only, are left out.</p>
    </>
  )
}

function columnsOf(levels: number[], zone: string): Column<ComparedWindow>[] {
  return [
    { title: 'Window ends', cell: (row) => timeText(row.time, zone) },
    { title: 'Measured', numeric: true, cell: (row) => quantity(row.measured, 'kW') },
    { title: 'Expected', numeric: true, cell: (row) => quantity(row.expected?.mean, 'kW') },
    ...levels.map((level) => ({
      title: `${level} % limits`,
      numeric: true,
      cell: (row: ComparedWindow) => {
        const limits = row.expected?.intervals.get(level)
        return limits ? `${quantity(limits.low)} to ${quantity(limits.high, 'kW')}` : '–'
      },
    })),
  ]
}
