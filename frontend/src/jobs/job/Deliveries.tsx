import { useQuery } from '@tanstack/react-query'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import { Tag, type Tone } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import { deliveriesQuery, type Delivery, type Job } from '../queries'

const TONES: Record<NonNullable<Delivery['state']>, Tone> = {
  waiting: 'running',
  delivered: 'success',
  failed: 'alarm',
  gone: 'neutral',
}

const COLUMNS: Column<Delivery>[] = [
  { title: 'Tells of', cell: (delivery) => delivery.event },
  { title: 'Whom', cell: (delivery) => delivery.origin },
  { title: 'State', cell: ({ state }) => state && <Tag tone={TONES[state]}>{state}</Tag> },
  { title: 'Tries', cell: (delivery) => delivery.attempts?.length ?? 0, numeric: true },
  { title: 'Next try', cell: (delivery) => <Time at={delivery.nextAttempt} style="second" /> },
  {
    title: 'Last answer',
    cell: ({ attempts = [] }) => {
      const last = attempts.at(-1)
      return last ? `${last.status ?? 'none'}${last.reason ? `: ${last.reason}` : ''}` : '–'
    },
  },
]

/** What the job's subscriber was told; most jobs have none. */
export function Deliveries({ job }: { job: Job }) {
  const items = useQuery(deliveriesQuery(job.jobID ?? '')).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title="Who was told">
      <Table caption="Deliveries" columns={COLUMNS} rows={items} rowKey={(delivery) => delivery.id ?? ''} />
    </Panel>
  )
}
