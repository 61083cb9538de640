import type { ResultName, Wanted } from './queries'

/** Stands for results about no single vessel. */
export const FLEET = '*'

interface Props {
  names: ResultName[]
  wanted: Wanted
  onChange: (wanted: Wanted) => void
}

/** Which results are shown: by name and by vessel. */
export function Filters({ names, wanted, onChange }: Props) {
  const vessels = [...new Set(names.flatMap((name) => name.vessels))].sort()
  return (
    <>
      <label className="compact">
        <span>Name</span>
        <select value={wanted.name} onChange={(event) => onChange({ ...wanted, name: event.target.value })}>
          <option value="">all</option>
          {names.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="compact">
        <span>Vessel</span>
        <select value={wanted.vessel} onChange={(event) => onChange({ ...wanted, vessel: event.target.value })}>
          <option value="">all</option>
          <option value={FLEET}>the whole fleet</option>
          {vessels.map((vessel) => (
            <option key={vessel} value={vessel}>
              {vessel}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
