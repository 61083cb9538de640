import type { Problem } from '../api/problem'

/**
 * What went wrong, in words, with the way to try again. Nothing, when fields that are shown where they stand say it all.
 *
 * @param shown the pointers of these fields
 */
export function ErrorNotice({
  problem,
  shown = [],
  onRetry,
}: {
  problem: Problem | null
  shown?: string[]
  onRetry?: () => void
}) {
  const lines = problem?.apartFrom(shown) ?? []
  if (!problem || lines.length === 0) return null
  return (
    <div role="alert" className="notice notice-alarm">
      <div>
        <strong>{problem.title}</strong>
        {lines
          .filter((line) => line !== problem.title)
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}
