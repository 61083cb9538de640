import './analytics.css'
import { useSearchParams } from 'react-router'
import { Page } from '../ui/Page'
import { ForecastPanel } from './ForecastPanel'
import { LatestResults } from './LatestResults'

/** What models found, and how well they foresaw. */
export function AnalyticsPage() {
  const [parameters, setParameters] = useSearchParams()
  const wanted = { name: parameters.get('name') ?? '', vessel: parameters.get('vessel') ?? '' }
  const change = (next: Record<string, string>) => {
    const given = Object.entries({ ...Object.fromEntries(parameters), ...next }).filter(([, value]) => value)
    setParameters(Object.fromEntries(given), { replace: true })
  }
  return (
    <Page title="Analytics">
      <LatestResults wanted={wanted} onChange={({ name, vessel }) => change({ name, vessel })} />
      <ForecastPanel
        vessel={wanted.vessel}
        chosen={parameters.get('forecast') ?? ''}
        onChoose={(forecast) => change({ forecast })}
      />
    </Page>
  )
}
