import type { Problem } from '../api/problem'
import { Field } from '../ui/Field'

/** How a vessel sails a schedule, as it is typed. */
export interface LinkDraft {
  role: string
  note: string
  exclusive: boolean
}

export const NO_LINK: LinkDraft = { role: '', note: '', exclusive: false }

/** As the service takes it: nothing typed is nothing said. */
export function linkDetails({ role, note, exclusive }: LinkDraft) {
  return { role: role.trim() || null, note: note.trim() || null, exclusive }
}

/** The values that show their own message. */
export const linkPointers = (at: string) => ['role', 'note', 'exclusive'].map((name) => `${at}/${name}`)

interface Props {
  draft: LinkDraft
  problem: Problem | null
  /** Where the values stand in the request's body: '' or '/vessels/0'. */
  at: string
  onChange: (draft: LinkDraft) => void
}

/** The fields of a link, wherever it is made. */
export function LinkFields({ draft, problem, at, onChange }: Props) {
  return (
    <div className="form-row">
      <Field label="Role" hint="For example: lead, support, relief" error={problem?.at(`${at}/role`)}>
        {(control) => (
          <input
            {...control}
            maxLength={50}
            value={draft.role}
            onChange={(event) => onChange({ ...draft, role: event.target.value })}
          />
        )}
      </Field>
      <Field label="Note" error={problem?.at(`${at}/note`)}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            value={draft.note}
            onChange={(event) => onChange({ ...draft, note: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Exclusive"
        hint="Refuses any other schedule of the vessel at the same time"
        error={problem?.at(`${at}/exclusive`)}
      >
        {(control) => (
          <input
            type="checkbox"
            {...control}
            checked={draft.exclusive}
            onChange={(event) => onChange({ ...draft, exclusive: event.target.checked })}
          />
        )}
      </Field>
    </div>
  )
}
