import type { Problem } from '../api/problem'

/** What went wrong, in words, with the way to try again. */
export function ErrorNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div role="alert" className="notice notice-alarm">
      <div>
        <strong>{problem.title}</strong>
        {problem
          .without([])
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
