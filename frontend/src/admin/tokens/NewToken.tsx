import { useState } from 'react'
import { useSession } from '../../auth/session'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { type CreatedAccessToken, makeToken, type Scope, TOKENS } from './queries'

const SCOPES: { scope: Scope; text: string }[] = [
  { scope: 'viewer', text: 'viewer: read' },
  { scope: 'operator', text: 'operator: change and start jobs' },
  { scope: 'ingest', text: 'ingest: send readings' },
  { scope: 'worker', text: 'worker: compute jobs' },
  { scope: 'admin', text: 'admin: everything' },
]
const FIELDS = ['/name', '/scopes', '/vessels', '/expiresInDays']

/** What a new token is called, what it may do and for how long. */
export function NewToken({ onMade }: { onMade: (made: CreatedAccessToken) => void }) {
  const session = useSession()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>(['viewer'])
  const [vessels, setVessels] = useState('')
  const [days, setDays] = useState('90')
  const make = useChange(TOKENS, makeToken)
  const send = () => {
    const codes = vessels.split(/[\s,]+/).filter(Boolean)
    const request = {
      name,
      scopes,
      vessels: codes.length > 0 ? codes : null,
      expiresInDays: days ? Number(days) : null,
    }
    make.start(request, onMade)
  }
  const toggle = (scope: Scope, on: boolean) =>
    setScopes(SCOPES.map((known) => known.scope).filter((known) => (known === scope ? on : scopes.includes(known))))
  return (
    <SendForm action="Make" working={make.working} problem={make.problem} fields={FIELDS} onSend={send}>
      <Field
        label="Name"
        hint="What you call it, such as Power BI, fleet report."
        error={errorAt(make.problem, '/name')}
      >
        {(control) => <input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <fieldset className="admin-checks" aria-describedby="scopes-error">
        <legend>What it may do, of what you may</legend>
        {SCOPES.filter(({ scope }) => session.can(scope)).map(({ scope, text }) => (
          <label key={scope}>
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) => toggle(scope, event.target.checked)}
            />
            {text}
          </label>
        ))}
        <p id="scopes-error" className="field-error">
          {errorAt(make.problem, '/scopes')}
        </p>
      </fieldset>
      <div className="form-row">
        <Field
          label="Vessels"
          hint="Their codes, with commas between; all that you may see if empty."
          error={errorAt(make.problem, '/vessels')}
        >
          {(control) => <input {...control} value={vessels} onChange={(event) => setVessels(event.target.value)} />}
        </Field>
        <Field label="Ends after days" hint="1 to 366." error={errorAt(make.problem, '/expiresInDays')}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={366}
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          )}
        </Field>
      </div>
    </SendForm>
  )
}
