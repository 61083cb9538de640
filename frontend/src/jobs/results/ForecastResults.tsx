import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asProblem } from '../../api/problem'
import { Chart } from '../../chart/Chart'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import type { Column } from '../../ui/Table'
import { Time } from '../../ui/Time'
import { Figure } from './EnergyResults'
import type { Outputs } from './fetched'
import { compared, type Compared, forecastOption, type ForecastOutputs, within } from './forecast'
import { measuredQuery } from './power'

const BEFORE_MS = 24 * 3_600_000

const WINDOWS: Column<Compared>[] = [
  { title: 'Until', cell: (row) => <Time at={row.time} /> },
  { title: 'Expected', cell: (row) => quantity(row.meanKW, 'kW'), numeric: true },
  { title: 'Measured', cell: (row) => quantity(row.measuredKW, 'kW'), numeric: true },
  { title: '80 % limits', cell: (row) => `${quantity(row.low80KW)} to ${quantity(row.high80KW, 'kW')}`, numeric: true },
  { title: '95 % limits', cell: (row) => `${quantity(row.low95KW)} to ${quantity(row.high95KW, 'kW')}`, numeric: true },
]

/** A vessel's expected power with its limits, against what was measured before and since. */
export function ForecastResults({ outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const forecast = outputs as unknown as ForecastOutputs
  const from = new Date(Date.parse(forecast.start) - BEFORE_MS).toISOString()
  const query = useQuery(measuredQuery(forecast.vessel, from, forecast.end))
  const measured = query.data
  const option = useMemo(() => forecastOption(forecast.points, measured ?? []), [forecast, measured])
  const rows = useMemo(() => compared(forecast.points, measured ?? []), [forecast, measured])
  const hit = within(rows, 'low80KW', 'high80KW')
  const { accuracy, history, parameters } = forecast
  return (
    <Panel title={`Power of ${forecast.vessel} from ${forecast.start.slice(0, 16).replace('T', ' ')} UTC`}>
      <div className="figures">
        <Figure name="Expected energy" value={quantity(forecast.kWh, 'kWh')} />
        <Figure name="Mean error lately" value={quantity(accuracy.maeKW, 'kW')} />
        <Figure name="MASE lately" value={quantity(accuracy.mase)} />
        <Figure name="MASE of “as yesterday”" value={quantity(accuracy.naiveMase)} />
        <Figure name="Within 80 % limits so far" value={hit === null ? '–' : quantity(hit * 100, '%')} />
      </div>
      {query.error && <ErrorNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />}
      <Chart
        label={`Power of ${forecast.vessel} in kW, expected and measured, times in UTC`}
        option={option}
        columns={WINDOWS}
        rows={rows}
        rowKey={(row) => row.time}
        height={380}
      />
      <p className="hint balance">
        Learnt from <Time at={history.start} /> to <Time at={history.end} /> ({history.missingWindows} of{' '}
        {history.windows} windows missing), with the profile of a {parameters.season}, tried from {accuracy.origins}{' '}
        earlier moments.
      </p>
    </Panel>
  )
}
