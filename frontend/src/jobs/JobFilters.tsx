import { useQuery } from '@tanstack/react-query'
import { STATUSES } from './filter'
import { type JobFilter, processesQuery, projectsQuery } from './queries'

const WORDS: Record<(typeof STATUSES)[number], string> = {
  accepted: 'Waiting',
  running: 'Running',
  successful: 'Done',
  failed: 'Failed',
  dismissed: 'Called off',
}

/** What narrows the list of jobs. */
export function JobFilters({
  filter,
  onChange,
}: {
  filter: JobFilter
  onChange: (change: Partial<JobFilter>) => void
}) {
  const processes = useQuery(processesQuery).data?.processes ?? []
  const projects = useQuery(projectsQuery).data ?? []
  const toggled = (status: (typeof STATUSES)[number]) =>
    filter.status.includes(status) ? filter.status.filter((one) => one !== status) : [...filter.status, status]
  return (
    <div className="job-filters" role="group" aria-label="Which jobs">
      <div className="actions" role="group" aria-label="State">
        {STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            className="button"
            aria-pressed={filter.status.includes(status)}
            onClick={() => onChange({ status: toggled(status) })}
          >
            {WORDS[status]}
          </button>
        ))}
      </div>
      <label className="compact">
        <span>Process</span>
        <select value={filter.process} onChange={(event) => onChange({ process: event.target.value })}>
          <option value="">all</option>
          {processes.map((process) => (
            <option key={process.id} value={process.id}>
              {process.title}
            </option>
          ))}
        </select>
      </label>
      {(projects.length > 0 || filter.project) && (
        <label className="compact">
          <span>Project</span>
          <select value={filter.project} onChange={(event) => onChange({ project: event.target.value })}>
            <option value="">all</option>
            {projects.map((project) => (
              <option key={project.id} value={project.id}>
                {project.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="compact">
        <input type="checkbox" checked={filter.mine} onChange={(event) => onChange({ mine: event.target.checked })} />
        <span>Only mine</span>
      </label>
    </div>
  )
}
