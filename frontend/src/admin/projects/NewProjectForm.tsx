import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { makeProject, PROJECTS } from './queries'

const FIELDS = ['/id', '/name', '/description']

/** A new project, of which one is the owner. */
export function NewProjectForm({ onDone }: { onDone: () => void }) {
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const make = useChange(PROJECTS, makeProject)
  return (
    <SendForm
      action="Make"
      working={make.working}
      problem={make.problem}
      fields={FIELDS}
      onSend={() => make.start({ id, name, description: description || null, archived: false }, onDone)}
    >
      <Field label="Id" hint="What jobs name it by; never changes: north-sea" error={errorAt(make.problem, '/id')}>
        {(control) => <input {...control} value={id} onChange={(event) => setId(event.target.value)} />}
      </Field>
      <Field label="Name" error={errorAt(make.problem, '/name')}>
        {(control) => <input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="What it is about" error={errorAt(make.problem, '/description')}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
    </SendForm>
  )
}
