import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { refusal } from '../fleet/refusal'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Field } from '../ui/Field'
import { Activities, activityPointers } from './Activities'
import { draftOf, newDraft, scheduleOf } from './draft'
import { KINDS, type Schedule, type ScheduleKind, type ScheduleStatus, STATUSES } from './queries'

interface Props {
  /** The schedule that is changed; a new one is made without. */
  schedule?: Schedule
  onDone: (schedule: Schedule) => void
}

const POINTERS = ['/name', '/kind', '/status', '/start', '/end']

/** Makes or changes a schedule. */
export function ScheduleForm({ schedule, onDone }: Props) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(() => (schedule ? draftOf(schedule) : newDraft(Date.now())))
  const [seen] = useState(schedule?.version)
  const save = useMutation({
    mutationFn: (version: number | undefined) => {
      const wanted = scheduleOf(draft)
      if (!schedule) return body(fleet.POST('/api/v1/schedules', { body: wanted }))
      return body(
        fleet.PATCH('/api/v1/schedules/{schedule}', {
          params: { path: { schedule: schedule.id }, header: { 'If-Match': `"${version}"` } },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body: wanted,
        }),
      )
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['fleet', 'schedules'] })
      onDone(saved)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const problem = save.error ? asProblem(save.error) : null
  const refused =
    problem && refusal(problem, 'The schedule was not saved', [...POINTERS, ...activityPointers(draft.activities)])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(seen)
  }
  return (
    <form onSubmit={submit}>
      <Field label="Name" error={problem?.at('/name')}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <div className="form-row">
        <Field label="Kind" error={problem?.at('/kind')}>
          {(control) => (
            <select
              {...control}
              value={draft.kind}
              onChange={(event) => setDraft({ ...draft, kind: event.target.value as ScheduleKind })}
            >
              {KINDS.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Status" error={problem?.at('/status')}>
          {(control) => (
            <select
              {...control}
              value={draft.status}
              onChange={(event) => setDraft({ ...draft, status: event.target.value as ScheduleStatus })}
            >
              {STATUSES.map((status) => (
                <option key={status}>{status}</option>
              ))}
            </select>
          )}
        </Field>
        {(['start', 'end'] as const).map((name) => (
          <Field key={name} label={`${name === 'start' ? 'Start' : 'End'} (UTC)`} error={problem?.at(`/${name}`)}>
            {(control) => (
              <input
                type="datetime-local"
                {...control}
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Activities draft={draft} problem={problem} onChange={(activities) => setDraft({ ...draft, activities })} />
      {refused && (
        <ErrorNotice
          problem={refused}
          {...(refused.status === 412 ? { onRetry: () => save.mutate(schedule?.version) } : {})}
        />
      )}
      <button type="submit" className="button button-primary" disabled={save.isPending}>
        {save.isPending ? 'Saving…' : schedule ? 'Save' : 'Make the schedule'}
      </button>
    </form>
  )
}
