import { useQuery } from '@tanstack/react-query'
import { Field } from '../../ui/Field'
import type { Problem } from '../../api/problem'
import { projectsQuery } from '../queries'

/** How a job is started, apart from what it is given. */
export interface StartOptions {
  project: string
  priority: number
  reuse: boolean
}

const PRIORITIES = ['0, may wait', '1', '2', '3', '4, usual', '5', '6', '7', '8', '9, goes first']

interface Props {
  options: StartOptions
  onChange: (options: StartOptions) => void
  deterministic: boolean
  problem: Problem | null
}

export function Options({ options, onChange, deterministic, problem }: Props) {
  const projects = (useQuery(projectsQuery).data ?? []).filter(
    (project) => !project.archived && project.role !== 'reader',
  )
  return (
    <div className="form-row">
      <Field
        label="Project"
        error={problem?.at('/project')}
        hint="Its members see the job. Without one, all who are signed in do."
      >
        {(control) => (
          <select
            {...control}
            value={options.project}
            onChange={(event) => onChange({ ...options, project: event.target.value })}
          >
            <option value="">none</option>
            {projects.map((project) => (
              <option key={project.id} value={project.id}>
                {project.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Priority" error={problem?.at('/priority')}>
        {(control) => (
          <select
            {...control}
            value={options.priority}
            onChange={(event) => onChange({ ...options, priority: Number(event.target.value) })}
          >
            {PRIORITIES.map((text, priority) => (
              <option key={text} value={priority}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      {deterministic && (
        <Field
          label="Take earlier results"
          error={problem?.at('/reuse')}
          hint="If the same was computed before, the job is done at once."
        >
          {(control) => (
            <input
              {...control}
              type="checkbox"
              checked={options.reuse}
              onChange={(event) => onChange({ ...options, reuse: event.target.checked })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
