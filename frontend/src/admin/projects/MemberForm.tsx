import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { PROJECTS, type ProjectRole, takeIn } from './queries'

const ROLES: { role: ProjectRole; text: string }[] = [
  { role: 'reader', text: 'reader: sees its jobs' },
  { role: 'member', text: 'member: also starts jobs' },
  { role: 'owner', text: 'owner: also says who is in' },
]

/** Takes somebody in, or changes the role of who is in already. */
export function MemberForm({ project }: { project: string }) {
  const [subject, setSubject] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<ProjectRole>('member')
  const [missing, setMissing] = useState(false)
  const change = useChange(PROJECTS, takeIn)
  const send = () => {
    setMissing(!subject.trim())
    if (!subject.trim()) return
    change.start({ project, subject: subject.trim(), role, name: name.trim() }, () => {
      setSubject('')
      setName('')
    })
  }
  return (
    <SendForm
      action="Take in"
      working={change.working}
      problem={change.problem}
      fields={['/role', '/name']}
      onSend={send}
    >
      <h3 className="admin-next">Take somebody in, or change a role</h3>
      <div className="form-row">
        <Field
          label="Subject"
          hint="Of their tokens; who is in no project finds theirs on this page."
          error={missing ? 'Say who.' : undefined}
        >
          {(control) => <input {...control} value={subject} onChange={(event) => setSubject(event.target.value)} />}
        </Field>
        <Field label="Name" hint="For people; may be empty." error={errorAt(change.problem, '/name')}>
          {(control) => <input {...control} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="Role" error={errorAt(change.problem, '/role')}>
          {(control) => (
            <select
              {...control}
              value={role}
              onChange={(event) => setRole(ROLES.find((known) => known.role === event.target.value)?.role ?? 'member')}
            >
              {ROLES.map((known) => (
                <option key={known.role} value={known.role}>
                  {known.text}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </SendForm>
  )
}
