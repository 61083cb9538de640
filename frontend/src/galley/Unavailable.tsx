import { asProblem } from '../api/problem'
import { ErrorNotice } from '../ui/ErrorNotice'
import { useNow } from '../ui/now'
import { durationText } from '../ui/duration'
import { againIn } from './queries'

interface Props {
  query: { error: Error | null; errorUpdatedAt: number; isFetching: boolean; refetch: () => Promise<unknown> }
}

/** What failed, and when it is asked for again by itself. */
export function Unavailable({ query }: Props) {
  const now = useNow()
  if (!query.error) return null
  const left = (query.errorUpdatedAt - now) / 1000 + againIn(query.error)
  return (
    <>
      <ErrorNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      <p className="hint">{query.isFetching || left < 1 ? 'Trying again…' : `Tries again in ${durationText(left)}.`}</p>
    </>
  )
}
