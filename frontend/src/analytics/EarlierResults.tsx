import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { Table } from '../ui/Table'
import { timeText } from '../ui/clock'
import { LinesChart } from './LinesChart'
import { earlierQuery, type Result } from './queries'
import { summaryOf, unitText } from './summary'

/** The results of this name about this vessel over time. */
export function EarlierResults({ result, zone }: { result: Result; zone: string }) {
  const earlier = useQuery(earlierQuery(result.name, result.vessel))
  return (
    <Panel title="The same for other periods">
      <QueryView query={earlier} what="other periods">
        {(results) => {
          const others = results.filter((other) => other.id !== result.id)
          if (others.length === 0) return <Empty>There is none: this is the only period so far.</Empty>
          return (
            <>
              {result.type === 'number' && <Trend results={results} unit={unitText(result.unit)} zone={zone} />}
              <Table
                caption="The same for other periods"
                columns={[
                  {
                    title: 'Begins',
                    cell: (row: Result) => <Link to={`/analytics/${row.id}`}>{timeText(row.start, zone)}</Link>,
                  },
                  { title: 'Value', cell: summaryOf },
                  { title: 'Model', cell: (row: Result) => `${row.model.name} ${row.model.version}` },
                ]}
                rows={others}
                rowKey={(row) => row.id}
              />
            </>
          )
        }}
      </QueryView>
    </Panel>
  )
}

function Trend({ results, unit, zone }: { results: Result[]; unit: string | null; zone: string }) {
  const rows = results
    .filter((result) => result.type === 'number')
    .map((result) => ({ time: result.start, values: [typeof result.value === 'number' ? result.value : null] }))
    .reverse()
  return <LinesChart label="By the start of the period" lines={[{ name: 'Value', unit }]} rows={rows} zone={zone} />
}
