import type { Problem } from '../../api/problem'

/** Why the job was not started: how many fields are wrong, and what no field shows. */
export function Refusal({ wrong, problem, shown }: { wrong: number; problem: Problem | null; shown: string[] }) {
  const others = problem?.without(shown) ?? []
  const fields = problem ? problem.errors.length - (problem.errors.length > 0 ? others.length : 0) : wrong
  if (fields === 0 && others.length === 0) return null
  return (
    <div role="alert" className="notice notice-alarm refusal">
      <div>
        <strong>The job was not started.</strong>
        {fields > 0 && (
          <p>{fields === 1 ? 'One field is wrong; it says why.' : `${fields} fields are wrong; each says why.`}</p>
        )}
        {others.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}
