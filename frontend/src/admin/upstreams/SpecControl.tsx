import type { SpecField } from './spec'

const ROLES = ['viewer', 'operator', 'ingest', 'worker', 'admin']

interface Props {
  /** What ties it to its label, hint and error. */
  control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }
  field: SpecField
  value: string | boolean
  onChange: (value: string | boolean) => void
}

/** The control of a field, by its kind. */
export function SpecControl({ control, field, value, onChange }: Props) {
  if (typeof value === 'boolean') {
    return <input {...control} type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
  }
  if (field.kind === 'role') {
    return (
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">everybody</option>
        {ROLES.map((role) => (
          <option key={role}>{role}</option>
        ))}
      </select>
    )
  }
  const mode = field.kind === 'number' ? 'decimal' : undefined
  return <input {...control} inputMode={mode} value={value} onChange={(event) => onChange(event.target.value)} />
}
