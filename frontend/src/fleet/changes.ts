/** A value of a thing's state that a change made. */
export interface ChangedValue {
  name: string
  before: string
  after: string
}

type State = Record<string, unknown>

/** What every change touches, and the line of the history says anyway. */
const ALWAYS = new Set(['version', 'createdAt', 'updatedAt', 'updatedBy'])

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(text).join('; ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => `${key} ${text(part)}`)
      .join(', ')
  }
  return String(value)
}

/** The values that differ between two states; all that has a value where there was none before. */
export function changedValues(before: State | undefined, after: State): ChangedValue[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])]
  return names
    .filter((name) => !ALWAYS.has(name))
    .map((name) => ({ name, before: text(before?.[name]), after: text(after[name]) }))
    .filter((value) => value.before !== value.after)
}
