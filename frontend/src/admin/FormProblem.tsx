import type { Problem } from '../api/problem'
import { otherErrors } from './fields'

/** Why a form was refused, apart from what stands at its fields. */
export function FormProblem({ problem, fields = [] }: { problem: Problem | null; fields?: string[] }) {
  if (!problem) return null
  const lines = otherErrors(problem, fields)
  if (lines.length === 0) return null
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
    </div>
  )
}
