import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { addUpstream, changeUpstream, UPSTREAMS, type Upstream } from './queries'
import { formOf, patchOf, SPEC_FIELDS, type SpecForm, specOf } from './spec'
import { SpecControl } from './SpecControl'

const FIELDS = ['/name', ...SPEC_FIELDS.map((field) => `/${field.key}`)]

/** Adds an upstream, or changes one: only what was changed is sent. */
export function UpstreamForm({ upstream, onDone }: { upstream: Upstream | null; onDone: () => void }) {
  const [before] = useState(() => formOf(upstream))
  const [name, setName] = useState('')
  const [form, setForm] = useState<SpecForm>(before)
  const change = useChange(UPSTREAMS, () =>
    upstream
      ? changeUpstream({ name: upstream.name, version: upstream.version ?? 0, patch: patchOf(before, form) })
      : addUpstream(specOf(name.trim(), form)),
  )
  return (
    <SendForm
      action={upstream ? 'Change' : 'Add'}
      working={change.working}
      problem={change.problem}
      fields={FIELDS}
      onSend={() => change.start(undefined, onDone)}
    >
      {!upstream && (
        <Field
          label="Name"
          hint="What it is found under: /api/v1/relay/NAME/… Lower case letters, digits and hyphens."
          error={errorAt(change.problem, '/name')}
        >
          {(control) => <input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      )}
      {upstream && (
        <p className="hint">How many at once and the wait for a turn are not told; what is left empty stays.</p>
      )}
      <div className="form-row">
        {SPEC_FIELDS.map((field) => (
          <Field key={field.key} label={field.label} hint={field.hint} error={errorAt(change.problem, `/${field.key}`)}>
            {(control) => (
              <SpecControl
                control={control}
                field={field}
                value={form[field.key] ?? ''}
                onChange={(value) => setForm({ ...form, [field.key]: value })}
              />
            )}
          </Field>
        ))}
      </div>
    </SendForm>
  )
}
