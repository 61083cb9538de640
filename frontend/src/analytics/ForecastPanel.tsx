import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../auth/session'
import { timeText } from '../ui/clock'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { forecastOf } from './forecast'
import { ForecastComparison } from './ForecastComparison'
import { earlierQuery, latestQuery, type Result } from './queries'

interface Props {
  /** The vessel that the page is narrowed to; any if empty. */
  vessel: string
  /** The id of the forecast that is shown; the newest if empty. */
  chosen: string
  onChoose: (id: string) => void
}

/** Forecasts of power against what was measured since. */
export function ForecastPanel({ vessel, chosen, onChoose }: Props) {
  const session = useSession()
  const latest = useQuery(latestQuery)
  const [picked, setPicked] = useState('')
  const newest = (latest.data ?? []).filter(
    (result) => result.vessel !== null && (!vessel || result.vessel === vessel) && forecastOf(result) !== null,
  )
  const shown = newest.find((result) => kind(result) === picked) ?? newest[0]
  return (
    <Panel
      title="Forecast against measured"
      actions={
        newest.length > 1 && (
          <label className="compact">
            <span>Forecast</span>
            <select
              value={shown ? kind(shown) : ''}
              onChange={(event) => {
                setPicked(event.target.value)
                onChoose('')
              }}
            >
              {newest.map((result) => (
                <option key={kind(result)} value={kind(result)}>
                  {result.name} of {result.vessel}
                </option>
              ))}
            </select>
          </label>
        )
      }
    >
      <QueryView query={latest} what="the forecasts">
        {() =>
          shown ? (
            <Forecasts key={kind(shown)} newest={shown} chosen={chosen} onChoose={onChoose} />
          ) : (
            <Empty>
              There is no forecast of power{vessel && ' for this choice'}.{' '}
              {session.can('operator') ? (
                <Link to="/jobs/start/power-forecast">Make one with the process power-forecast.</Link>
              ) : (
                'An operator can make one with the process power-forecast.'
              )}
            </Empty>
          )
        }
      </QueryView>
    </Panel>
  )
}

const kind = (result: Result) => `${result.name} ${result.vessel}`

function Forecasts({ newest, chosen, onChoose }: { newest: Result; chosen: string; onChoose: (id: string) => void }) {
  const earlier = useQuery(earlierQuery(newest.name, newest.vessel))
  return (
    <QueryView query={earlier} what="the vessel's forecasts">
      {(results) => {
        const shown = results.find((result) => result.id === chosen) ?? newest
        return (
          <>
            {results.length > 1 && (
              <label className="compact analytics-choice">
                <span>Begins</span>
                <select value={shown.id} onChange={(event) => onChoose(event.target.value)}>
                  {results.map((result) => (
                    <option key={result.id} value={result.id}>
                      {timeText(result.start, 'UTC')}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <ForecastComparison result={shown} />
          </>
        )
      }}
    </QueryView>
  )
}
