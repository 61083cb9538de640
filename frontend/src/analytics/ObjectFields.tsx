import { timeText } from '../ui/clock'
import { Empty } from '../ui/Empty'
import { quantity } from '../ui/numbers'
import { isTime, objectOf } from './value'

/** The fields of an object by name; what is nested stands as JSON. */
export function ObjectFields({ value, zone }: { value: unknown; zone: string }) {
  const fields = Object.entries(objectOf(value))
  if (fields.length === 0) return <Empty>The model told none.</Empty>
  return (
    <dl className="facts analytics-fields">
      {fields.map(([name, field]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>
            <FieldValue field={field} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldValue({ field, zone }: { field: unknown; zone: string }) {
  if (field === null || field === undefined) return '–'
  if (typeof field === 'number') return quantity(field)
  if (typeof field === 'boolean') return field ? 'yes' : 'no'
  if (typeof field === 'string') return isTime(field) ? timeText(field, zone) : field
  if (Array.isArray(field) && field.every((part) => typeof part === 'string' || typeof part === 'number')) {
    return field.join(', ')
  }
  return <pre>{JSON.stringify(field, null, 2)}</pre>
}
