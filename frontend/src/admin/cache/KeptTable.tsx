import { durationText } from '../../ui/duration'
import { type Column, Table } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import { bytesText } from './bytes'
import type { CachedResponse } from './queries'

const COLUMNS: Column<CachedResponse>[] = [
  {
    title: 'Answer',
    cell: (kept) => (
      <>
        {kept.upstream}
        {kept.path} {kept.variant && <span className="hint">({kept.variant})</span>}
      </>
    ),
  },
  { title: 'Status', numeric: true, cell: (kept) => kept.status },
  { title: 'Size', numeric: true, cell: (kept) => bytesText(kept.bytes) },
  { title: 'Age', numeric: true, cell: (kept) => durationText(kept.ageSeconds) },
  {
    title: 'State',
    cell: (kept) => <Tag tone={kept.fresh ? 'success' : 'caution'}>{kept.fresh ? 'fresh' : 'stale'}</Tag>,
  },
  { title: 'Fresh until', cell: (kept) => <Time at={kept.freshUntil} style="second" /> },
  { title: 'Fetched', numeric: true, cell: (kept) => (kept.version === 1 ? 'once' : `${kept.version} times`) },
]

/** Kept answers, by upstream and path. */
export function KeptTable({ kept }: { kept: CachedResponse[] }) {
  return (
    <Table
      caption="Kept answers"
      columns={COLUMNS}
      rows={kept}
      rowKey={(row) => `${row.upstream} ${row.path} ${row.variant}`}
    />
  )
}
