import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { body, fleet } from '../api/client'
import type { components } from '../api/generated/fleet'
import { asProblem } from '../api/problem'
import { Dialog } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Loading } from '../ui/Loading'
import { Time } from '../ui/Time'
import { changedValues } from './changes'

type Entry = components['schemas']['ChangeEntry']

/** What has a history, by what the fleet-service calls it. */
export type Subject =
  { kind: 'vessel'; vessel: string } | { kind: 'equipment'; equipment: string } | { kind: 'schedule'; schedule: number }

const LIMIT = 50

function page(subject: Subject, cursor: string | undefined) {
  const query = { limit: LIMIT, cursor }
  switch (subject.kind) {
    case 'vessel':
      return body(
        fleet.GET('/api/v1/vessels/{vessel}/history', { params: { path: { vessel: subject.vessel }, query } }),
      )
    case 'equipment':
      return body(
        fleet.GET('/api/v1/equipment/{equipment}/history', {
          params: { path: { equipment: subject.equipment }, query },
        }),
      )
    case 'schedule':
      return body(
        fleet.GET('/api/v1/schedules/{schedule}/history', { params: { path: { schedule: subject.schedule }, query } }),
      )
  }
}

const historyQuery = (subject: Subject) =>
  infiniteQueryOptions({
    queryKey: ['fleet', 'history', subject],
    queryFn: ({ pageParam }) => page(subject, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

interface Props {
  title: string
  subject: Subject
  zone?: string | undefined
  onClose: () => void
}

/** Who changed a thing, when, and what; newest first. */
export function HistoryDialog({ title, subject, zone, onClose }: Props) {
  const history = useInfiniteQuery(historyQuery(subject))
  const entries = history.data?.pages.flatMap((part) => part.items) ?? []
  return (
    <Dialog title={title} onClose={onClose}>
      {history.isPending && <Loading what="the history" />}
      {history.error && <ErrorNotice problem={asProblem(history.error)} onRetry={() => void history.refetch()} />}
      {history.data && entries.length === 0 && <Empty>Nothing is known of who changed it.</Empty>}
      <ol className="plain">
        {entries.map((entry, i) => (
          <li key={entry.id} className="history-entry">
            <Change entry={entry} before={entries[i + 1]} last={!history.hasNextPage} zone={zone} />
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {history.isFetchingNextPage ? 'Loading…' : 'Older changes'}
        </button>
      )}
    </Dialog>
  )
}

interface ChangeProps {
  entry: Entry
  before: Entry | undefined
  /** Whether nothing is older than what is shown: only then is an entry without one before it the first. */
  last: boolean
  zone: string | undefined
}

function Change({ entry, before, last, zone }: ChangeProps) {
  const known = before !== undefined || last
  const values = known ? changedValues(before?.state, entry.state) : []
  return (
    <>
      <p>
        <strong>{entry.action}</strong> by {entry.changedBy}, <Time at={entry.changedAt} zone={zone} style="second" />,
        version {entry.version}
      </p>
      {values.length > 0 && (
        <dl className="facts">
          {values.map((value) => (
            <div key={value.name} className="fact">
              <dt>{value.name}</dt>
              <dd>{value.before === '–' ? value.after : `${value.before} → ${value.after}`}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
