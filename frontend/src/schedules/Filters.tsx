import type { Vessel } from '../fleet/queries'
import type { Filter } from './lanes'
import { KINDS, STATUSES, type ScheduleKind, type ScheduleStatus } from './queries'

interface Props {
  vessels: Vessel[]
  filter: Filter
  onChange: (filter: Filter) => void
}

/** What of the plan is looked at. */
export function Filters({ vessels, filter, onChange }: Props) {
  const mark = (code: string, on: boolean) =>
    onChange({
      ...filter,
      vessels: new Set(on ? [...filter.vessels, code] : [...filter.vessels].filter((other) => other !== code)),
    })
  return (
    <>
      <label className="compact">
        <span>Kind</span>
        <select
          value={filter.kind}
          onChange={(event) => onChange({ ...filter, kind: event.target.value as ScheduleKind | '' })}
        >
          <option value="">any</option>
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label className="compact">
        <span>Status</span>
        <select
          value={filter.status}
          onChange={(event) => onChange({ ...filter, status: event.target.value as ScheduleStatus | '' })}
        >
          <option value="">any</option>
          {STATUSES.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </select>
      </label>
      <details className="vessel-filter">
        <summary className="button">
          {filter.vessels.size === 0 ? 'All vessels' : `${filter.vessels.size} of ${vessels.length} vessels`}
        </summary>
        <div>
          <button type="button" className="button" onClick={() => onChange({ ...filter, vessels: new Set() })}>
            All vessels
          </button>
          {vessels.map((vessel) => (
            <label key={vessel.code} className="choice">
              <input
                type="checkbox"
                checked={filter.vessels.has(vessel.code)}
                onChange={(event) => mark(vessel.code, event.target.checked)}
              />
              {vessel.code} {vessel.name}
            </label>
          ))}
        </div>
      </details>
    </>
  )
}
