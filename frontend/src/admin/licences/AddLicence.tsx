import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { LICENCES, type Licence, setSeats } from './queries'

/** A licence is added by giving it seats; one that is there already would be changed, so its name is refused here. */
export function AddLicence({ known, onDone }: { known: Licence[]; onDone: () => void }) {
  const [name, setName] = useState('')
  const [seats, setSeatsText] = useState('1')
  const change = useChange(LICENCES, setSeats)
  const taken = known.some((licence) => licence.name === name.trim())
  return (
    <SendForm
      action="Add"
      working={change.working}
      problem={change.problem}
      fields={['/seats']}
      onSend={() => {
        if (name.trim() && !taken) change.start({ licence: name.trim(), seats: Number(seats) }, onDone)
      }}
    >
      <Field
        label="Name"
        hint="As the process names it: a-z, 0-9, dot, underscore and hyphen."
        error={taken ? 'There is a licence of this name; change its seats instead.' : undefined}
      >
        {(control) => <input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="Seats" error={errorAt(change.problem, '/seats')}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={1000}
            value={seats}
            onChange={(event) => setSeatsText(event.target.value)}
          />
        )}
      </Field>
    </SendForm>
  )
}
