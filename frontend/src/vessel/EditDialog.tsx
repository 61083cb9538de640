import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { refusal } from '../fleet/refusal'
import type { Vessel } from '../fleet/queries'
import { Dialog } from '../ui/Dialog'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Field } from '../ui/Field'
import { type Draft, draftOf, type FieldName, FIELDS, patchOf } from './draft'

const TYPES: Vessel['type'][] = ['fpso', 'fso', 'tanker', 'supply', 'tug', 'survey', 'other']
const POINTERS = FIELDS.map((name) => `/${name}`)

/** Changes what is known of a vessel; refused when another did so after the form was opened, and then tried anew. */
export function EditDialog({ vessel, onClose }: { vessel: Vessel; onClose: () => void }) {
  const queries = useQueryClient()
  const [before] = useState(() => draftOf(vessel))
  const [seen] = useState(vessel.version)
  const [draft, setDraft] = useState(before)
  const patch = patchOf(before, draft)
  const change = useMutation({
    mutationFn: (version: number) =>
      body(
        fleet.PATCH('/api/v1/vessels/{vessel}', {
          params: { path: { vessel: vessel.code }, header: { 'If-Match': `"${version}"` } },
          headers: { 'Content-Type': 'application/merge-patch+json' },
          body: patch,
        }),
      ),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const problem = change.error ? asProblem(change.error) : null
  const refused = problem && refusal(problem, 'The vessel was not changed', POINTERS)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(seen)
  }

  const field = (name: FieldName, label: string, more: { hint?: ReactNode; type?: string; list?: string } = {}) => (
    <Field label={label} hint={more.hint} error={problem?.at(`/${name}`)}>
      {(control) => (
        <input
          {...control}
          type={more.type ?? 'text'}
          list={more.list}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog title={`Edit ${vessel.code}`} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="form-row">
          {field('name', 'Name')}
          <Field label="Type" error={problem?.at('/type')}>
            {(control) => (
              <select
                {...control}
                value={draft.type}
                onChange={(event) => setDraft({ ...draft, type: event.target.value } satisfies Draft)}
              >
                {TYPES.map((type) => (
                  <option key={type}>{type}</option>
                ))}
              </select>
            )}
          </Field>
          {field('imo', 'IMO number', { hint: 'Seven digits, the last a check digit' })}
          {field('mmsi', 'MMSI', { hint: 'Nine digits' })}
          {field('flag', 'Flag', { hint: 'Two letters, for example NO' })}
          {field('timeZone', 'Time zone', { hint: 'For example Europe/Oslo', list: 'time-zones' })}
          {field('deadweightTonnes', 'Deadweight in t', { type: 'number' })}
          {field('grossTonnage', 'Gross tonnage', { type: 'number' })}
          {field('commissioned', 'Commissioned', { type: 'date' })}
        </div>
        <datalist id="time-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        {refused && (
          <ErrorNotice
            problem={refused}
            // What others changed is there by now; this changes only what was typed here.
            {...(refused.status === 412 ? { onRetry: () => change.mutate(vessel.version) } : {})}
          />
        )}
        <button
          type="submit"
          className="button button-primary"
          disabled={Object.keys(patch).length === 0 || change.isPending}
        >
          {change.isPending ? 'Saving…' : 'Save'}
        </button>
      </form>
    </Dialog>
  )
}
