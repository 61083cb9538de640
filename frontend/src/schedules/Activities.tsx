import type { Problem } from '../api/problem'
import { Field } from '../ui/Field'
import type { ActivityDraft, ScheduleDraft } from './draft'

const FIELDS = [
  { name: 'start', label: 'Start (UTC)', type: 'datetime-local' },
  { name: 'end', label: 'End (UTC)', type: 'datetime-local' },
  { name: 'place', label: 'Place', type: 'text' },
  { name: 'note', label: 'Note', type: 'text' },
] as const

/** The values of all activities that show their own message. */
export function activityPointers(activities: ActivityDraft[]): string[] {
  return activities.flatMap((_, i) => FIELDS.map(({ name }) => `/activities/${i}/${name}`))
}

interface Props {
  draft: ScheduleDraft
  problem: Problem | null
  onChange: (activities: ActivityDraft[]) => void
}

/** What happens within a schedule; each activity within its span. */
export function Activities({ draft, problem, onChange }: Props) {
  const { activities, start, end } = draft
  const change = (key: string, name: (typeof FIELDS)[number]['name'], value: string) =>
    onChange(activities.map((activity) => (activity.key === key ? { ...activity, [name]: value } : activity)))
  return (
    <>
      {activities.map((activity, i) => (
        <fieldset key={activity.key} className="activity">
          <legend>Activity {i + 1}</legend>
          <div className="form-row">
            {FIELDS.map(({ name, label, type }) => (
              <Field key={name} label={label} error={problem?.at(`/activities/${i}/${name}`)}>
                {(control) => (
                  <input
                    {...control}
                    type={type}
                    value={activity[name]}
                    onChange={(event) => change(activity.key, name, event.target.value)}
                  />
                )}
              </Field>
            ))}
          </div>
          <button
            type="button"
            className="button"
            onClick={() => onChange(activities.filter((other) => other.key !== activity.key))}
          >
            Remove activity {i + 1}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="button"
          onClick={() => onChange([...activities, { key: crypto.randomUUID(), start, end, place: '', note: '' }])}
        >
          Add an activity
        </button>
      </p>
    </>
  )
}
