import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '../../ui/Field'
import { errorAt } from '../fields'
import { projectsQuery } from '../projects/queries'
import { SendForm } from '../SendForm'
import { useChange } from '../useChange'
import { EMPTY_FORM, triggerOf, type TriggerForm } from './newTrigger'
import { makeTrigger, processNamesQuery, TRIGGERS } from './queries'
import { RuleFields } from './RuleFields'

const FIELDS = ['/name', '/cron', '/event', '/process', '/inputs', '/project']

/** A new trigger: by the clock or by events, and what it starts. */
export function NewTriggerForm({ onDone }: { onDone: () => void }) {
  const processes = useQuery(processNamesQuery)
  const projects = useQuery(projectsQuery)
  const [form, setForm] = useState<TriggerForm>(EMPTY_FORM)
  const [unread, setUnread] = useState<Record<string, string>>({})
  const make = useChange(TRIGGERS, makeTrigger)
  const set = (part: Partial<TriggerForm>) => setForm({ ...form, ...part })
  const error = (pointer: string) => unread[pointer] ?? errorAt(make.problem, pointer)
  const send = () => {
    const made = triggerOf(form)
    setUnread('errors' in made ? made.errors : {})
    if ('trigger' in made) make.start(made.trigger, onDone)
  }
  return (
    <SendForm action="Make" working={make.working} problem={make.problem} fields={FIELDS} onSend={send}>
      <Field label="Name" error={error('/name')}>
        {(control) => <input {...control} value={form.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <RuleFields form={form} error={error} onChange={set} />
      <div className="form-row">
        <Field label="Process that it starts" error={error('/process')}>
          {(control) => (
            <select {...control} value={form.process} onChange={(event) => set({ process: event.target.value })}>
              <option value="">choose one</option>
              {processes.data?.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Project of the jobs" error={error('/project')}>
          {(control) => (
            <select {...control} value={form.project} onChange={(event) => set({ project: event.target.value })}>
              <option value="">none: only you see them</option>
              {projects.data
                ?.filter(({ role, archived }) => !archived && (role === 'owner' || role === 'member'))
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label="Inputs of the job, as JSON"
        hint='{"$event": "/data/name"} stands for what is there in the event, {"$event": "/time"} for when a schedule was due.'
        error={error('/inputs')}
      >
        {(control) => (
          <textarea
            {...control}
            rows={4}
            spellCheck={false}
            value={form.inputs}
            onChange={(event) => set({ inputs: event.target.value })}
          />
        )}
      </Field>
    </SendForm>
  )
}
