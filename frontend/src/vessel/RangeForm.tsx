import { type FormEvent, useState } from 'react'
import { Field } from '../ui/Field'
import { fromLocal, toLocal } from '../ui/zone'
import { intervalFor, type Range } from './power'

const YEAR = 366 * 86_400_000

interface Props {
  zone: string
  range: Range
  onChange: (range: Range) => void
}

/** From when to when, by a person's own choice; at most a year, as the service has it. */
export function RangeForm({ zone, range, onChange }: Props) {
  const [start, setStart] = useState(() => toLocal(range.start, zone))
  const [end, setEnd] = useState(() => toLocal(range.end, zone))
  const [wrong, setWrong] = useState('')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const from = fromLocal(start, zone)
    const to = fromLocal(end, zone)
    if (from === null || to === null) return setWrong('Both times are needed.')
    if (to <= from) return setWrong('The end must be after the start.')
    if (to - from > YEAR) return setWrong('At most 366 days are shown.')
    setWrong('')
    onChange({ start: from, end: to, interval: intervalFor(to - from) })
  }
  return (
    <form className="form-row range" onSubmit={submit}>
      <Field label={`From (${zone})`}>
        {(control) => (
          <input type="datetime-local" {...control} value={start} onChange={(event) => setStart(event.target.value)} />
        )}
      </Field>
      <Field label={`To (${zone})`} error={wrong}>
        {(control) => (
          <input type="datetime-local" {...control} value={end} onChange={(event) => setEnd(event.target.value)} />
        )}
      </Field>
      <button type="submit" className="button">
        Show
      </button>
    </form>
  )
}
