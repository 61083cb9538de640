import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { useChange } from '../useChange'
import { LICENCES, setSeats } from './queries'

/** Changes how many seats a licence has. */
export function SeatsForm({ name, seats }: { name: string; seats: number }) {
  const [text, setText] = useState(String(seats))
  const change = useChange(LICENCES, setSeats)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        change.start({ licence: name, seats: Number(text) })
      }}
    >
      <div className="admin-seats">
        <Field label={`Seats of ${name}`} error={errorAt(change.problem, '/seats')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <p className="admin-send">
          <button type="submit" className="button" disabled={change.working || text === String(seats)}>
            {change.working ? 'Sending…' : 'Change'}
          </button>
        </p>
      </div>
      <ErrorNotice problem={change.problem} shown={['/seats']} />
    </form>
  )
}
