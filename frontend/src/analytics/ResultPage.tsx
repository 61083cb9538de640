import './analytics.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useClock } from '../ui/clock'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { EarlierResults } from './EarlierResults'
import { ObjectFields } from './ObjectFields'
import { resultQuery, type Result } from './queries'
import { ResultFacts } from './ResultFacts'
import { Revisions } from './Revisions'
import { Value } from './Value'
import { useZoneOf } from './zones'

/** A result, where it came from and what it was before. */
export function ResultPage() {
  const { result: id = '' } = useParams()
  const result = useQuery(resultQuery(id))
  const title = result.data ? `${result.data.name} of ${result.data.vessel ?? 'the whole fleet'}` : 'Result'
  return (
    <Page title={title} actions={<Link to="/analytics">All results</Link>}>
      <QueryView query={result} what="the result">
        {(found) => <Shown key={found.id} result={found} />}
      </QueryView>
    </Page>
  )
}

function Shown({ result }: { result: Result }) {
  const { utc } = useClock()
  const own = useZoneOf()(result.vessel)
  const zone = utc || !own ? 'UTC' : own
  return (
    <>
      <Panel title="Value">
        <Value result={result} zone={zone} />
      </Panel>
      <div className="columns">
        <Panel title="Where it came from">
          <ResultFacts result={result} zone={own} />
        </Panel>
        <Panel title="The model’s run">
          <h3>Parameters</h3>
          <ObjectFields value={result.run.parameters} zone={zone} />
          <h3 className="analytics-next">How well it did</h3>
          <ObjectFields value={result.run.metrics} zone={zone} />
        </Panel>
      </div>
      <Revisions result={result} zone={own} />
      <EarlierResults result={result} zone={zone} />
    </>
  )
}
