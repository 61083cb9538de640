import { useQuery } from '@tanstack/react-query'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { Table } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { historyQuery, type Result } from './queries'
import { summaryOf } from './summary'

/** What was said at first, and each correction of it. */
export function Revisions({ result, zone }: { result: Result; zone: string | undefined }) {
  const history = useQuery(historyQuery(result.id))
  return (
    <Panel title="Revisions">
      <QueryView query={history} what="the revisions">
        {(revisions) => (
          <Table
            caption="Revisions"
            columns={[
              {
                title: 'Revision',
                cell: (row: Result) => (
                  <>
                    {row.revision} {row.revision === result.revision && <Tag tone="success">shown above</Tag>}
                  </>
                ),
              },
              { title: 'Value', cell: summaryOf },
              { title: 'Produced', cell: (row: Result) => <Time at={row.producedAt} zone={zone} style="second" /> },
              { title: 'Recorded', cell: (row: Result) => <Time at={row.recordedAt} zone={zone} style="second" /> },
              { title: 'By', cell: (row: Result) => row.recordedBy },
            ]}
            rows={revisions}
            rowKey={(row) => String(row.revision)}
          />
        )}
      </QueryView>
    </Panel>
  )
}
