import { durationText, secondsOfDuration } from '../../ui/duration'
import { quantity } from '../../ui/numbers'
import { type Column, Table } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import type { Upstream } from './queries'

const duration = (iso: string) => {
  const seconds = secondsOfDuration(iso)
  return seconds === null ? iso : durationText(seconds)
}

/** What is relayed, and by which rules. */
export function UpstreamsTable({ upstreams, onEdit }: { upstreams: Upstream[]; onEdit: (upstream: Upstream) => void }) {
  const columns: Column<Upstream>[] = [
    { title: 'Name', cell: (upstream) => upstream.name },
    { title: 'Address', cell: (upstream) => upstream.url },
    { title: 'Callers', cell: (upstream) => upstream.role ?? 'everybody' },
    { title: 'Methods', cell: (upstream) => upstream.methods.join(', ') },
    { title: 'Paths', cell: (upstream) => upstream.paths.join(', ') },
    { title: 'Answers within', cell: (upstream) => duration(upstream.timeout) },
    {
      title: 'Fresh, stands in for',
      cell: (upstream) => `${duration(upstream.defaultFreshness)}, ${duration(upstream.staleIfError)}`,
    },
    {
      title: 'Limit',
      cell: (upstream) =>
        upstream.requestsPerSecond === null ? 'none' : quantity(upstream.requestsPerSecond, 'requests/s'),
    },
    { title: 'Trust', cell: (upstream) => (upstream.trusted ? <Tag tone="caution">trusted</Tag> : 'not trusted') },
    {
      title: 'Change',
      cell: (upstream) =>
        upstream.version === null ? (
          <span className="hint">of the configuration</span>
        ) : (
          <button
            type="button"
            className="button"
            aria-label={`Change ${upstream.name}`}
            onClick={() => onEdit(upstream)}
          >
            Change
          </button>
        ),
    },
  ]
  return <Table caption="Upstreams" columns={columns} rows={upstreams} rowKey={(upstream) => upstream.name} />
}
