import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { type Column, Table } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { FLEET, Filters } from './Filters'
import { Period } from './Period'
import { latestQuery, namesQuery, type Result, type Wanted } from './queries'
import { summaryOf } from './summary'
import { useNewResults } from './useNewResults'
import { useZoneOf } from './zones'

interface Props {
  wanted: Wanted
  onChange: (wanted: Wanted) => void
}

/** The newest result of each name and vessel. */
export function LatestResults({ wanted, onChange }: Props) {
  const latest = useQuery(latestQuery)
  const names = useQuery(namesQuery)
  const fresh = useNewResults(latest.data)
  const zoneOf = useZoneOf()
  const columns: Column<Result>[] = [
    {
      title: 'Name',
      cell: (result) => (
        <>
          <Link to={`/analytics/${result.id}`}>{result.name}</Link>{' '}
          {fresh.has(result.id) && <Tag tone="running">new</Tag>}
        </>
      ),
    },
    { title: 'About', cell: (result) => result.vessel ?? 'the whole fleet' },
    { title: 'Value', cell: summaryOf },
    { title: 'Period', cell: (result) => <Period {...result} zone={zoneOf(result.vessel)} /> },
    { title: 'Model', cell: (result) => `${result.model.name} ${result.model.version}` },
    { title: 'Produced', cell: (result) => <Time at={result.producedAt} zone={zoneOf(result.vessel)} /> },
  ]
  return (
    <Panel
      title="Newest results"
      actions={names.data && <Filters names={names.data} wanted={wanted} onChange={onChange} />}
    >
      <QueryView query={latest} what="the results">
        {(results) => {
          const shown = results.filter((result) => fits(result, wanted))
          if (results.length === 0) {
            return (
              <Empty>
                There is no result yet. Models publish theirs with POST /api/v1/analytics/results; the process
                power-forecast does, too: start it on the page Jobs.
              </Empty>
            )
          }
          if (shown.length === 0) return <Empty>No result has this name and vessel. Choose others above.</Empty>
          return <Table caption="Newest results" columns={columns} rows={shown} rowKey={(result) => result.id} />
        }}
      </QueryView>
    </Panel>
  )
}

function fits(result: Result, { name, vessel }: Wanted): boolean {
  return (!name || result.name === name) && (!vessel || (vessel === FLEET ? null : vessel) === result.vessel)
}
