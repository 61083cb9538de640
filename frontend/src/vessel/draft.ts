import type { Vessel } from '../fleet/queries'

/** The values of a vessel that a person may change, in the order of the form, as they are typed. */
export const FIELDS = [
  'name',
  'type',
  'imo',
  'mmsi',
  'flag',
  'timeZone',
  'deadweightTonnes',
  'grossTonnage',
  'commissioned',
] as const

export type FieldName = (typeof FIELDS)[number]
export type Draft = Record<FieldName, string>

const NUMBERS: FieldName[] = ['deadweightTonnes', 'grossTonnage']

export function draftOf(vessel: Vessel): Draft {
  return Object.fromEntries(FIELDS.map((name) => [name, String(vessel[name] ?? '')])) as Draft
}

/** What was changed, as a JSON Merge Patch: only that, so what others changed meanwhile stays; null where emptied. */
export function patchOf(before: Draft, after: Draft): Record<string, string | number | null> {
  const changed = FIELDS.filter((name) => after[name].trim() !== before[name])
  return Object.fromEntries(
    changed.map((name) => {
      const text = after[name].trim()
      if (text === '') return [name, null]
      return [name, NUMBERS.includes(name) ? Number(text) : text]
    }),
  )
}
