import { durationText, secondsOfDuration } from '../../ui/duration'
import type { Upstream } from './queries'

/** What the service takes of an upstream; a value that was typed wrong stands there as text. */
export type Spec = Record<string, string | number | boolean | string[] | null>

type Kind = 'text' | 'duration' | 'number' | 'list' | 'flag' | 'role'

export interface SpecField {
  key: string
  label: string
  kind: Kind
  hint: string
}

/** The fields of an upstream, as the form shows them. */
export const SPEC_FIELDS: SpecField[] = [
  { key: 'url', label: 'Address', kind: 'text', hint: 'What paths are appended to: https://tides.example.org/api' },
  { key: 'methods', label: 'Methods', kind: 'list', hint: 'That callers may use; GET, HEAD if empty.' },
  { key: 'paths', label: 'Paths', kind: 'list', hint: 'Where the paths begin that callers may use; / if empty.' },
  { key: 'role', label: 'Role of callers', kind: 'role', hint: 'Who may use it.' },
  { key: 'connectTimeout', label: 'To connect', kind: 'duration', hint: 'At most 1 min; 2 s if empty.' },
  { key: 'timeout', label: 'To answer', kind: 'duration', hint: 'At most 5 min; 10 s if empty.' },
  { key: 'maxBodyBytes', label: 'Largest kept body', kind: 'number', hint: 'In bytes; 1,048,576 if empty.' },
  { key: 'defaultFreshness', label: 'Fresh for', kind: 'duration', hint: 'Answers that say nothing; 0 s if empty.' },
  {
    key: 'staleIfError',
    label: 'Stands in for',
    kind: 'duration',
    hint: 'Stale answers while it fails; 7 d if empty.',
  },
  { key: 'requestsPerSecond', label: 'Requests per second', kind: 'number', hint: 'Of all instances; any if empty.' },
  { key: 'burst', label: 'At once', kind: 'number', hint: 'After a silence; 1 if empty.' },
  { key: 'patience', label: 'Wait for a turn', kind: 'duration', hint: 'At most 1 min; 10 s if empty.' },
  { key: 'trusted', label: 'Trusted', kind: 'flag', hint: 'Sees cookies, credentials and addresses of callers.' },
  { key: 'obeysCallers', label: 'Obeys callers', kind: 'flag', hint: 'Their Cache-Control counts.' },
  { key: 'sharesCookies', label: 'Shares cookies', kind: 'flag', hint: 'Those that come with kept answers.' },
]

/** What stands in the form's controls. */
export type SpecForm = Record<string, string | boolean>

export function formOf(upstream: Upstream | null): SpecForm {
  const known = (upstream ?? {}) as Record<string, unknown>
  return Object.fromEntries(SPEC_FIELDS.map(({ key, kind }) => [key, controlOf(known[key], kind)]))
}

function controlOf(value: unknown, kind: Kind): string | boolean {
  if (kind === 'flag') return value === true
  if (Array.isArray(value)) return value.join(', ')
  if (value === null || value === undefined) return ''
  return kind === 'duration' ? typedDuration(String(value)) : String(value)
}

/** A duration as a person types it, unless that would round it. */
function typedDuration(iso: string): string {
  const seconds = secondsOfDuration(iso)
  if (seconds === null) return iso
  const text = durationText(seconds)
  return secondsOfDuration(isoOf(text)) === seconds ? text : iso
}

const PARTS = /^(?:(\d+) ?d)? ?(?:(\d+) ?h)? ?(?:(\d+) ?(?:min|m))? ?(?:(\d+(?:\.\d+)?) ?s)?$/i

/** "1 h 20 min" as ISO 8601 has it; what is no such text stays as it is. */
export function isoOf(text: string): string {
  const found = PARTS.exec(text.trim())
  if (!found || !text.trim()) return text
  const [, days, hours, minutes, seconds] = found
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`
  return `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
}

function valueOf(control: string | boolean, kind: Kind): Spec[string] {
  if (typeof control === 'boolean') return control
  const text = control.trim()
  if (!text) return null
  if (kind === 'duration') return isoOf(text)
  if (kind === 'list') return text.split(/[\s,]+/).filter(Boolean)
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text
  return text
}

/** A new upstream: what is left empty takes its default. */
export function specOf(name: string, form: SpecForm): Spec {
  const given = SPEC_FIELDS.map(({ key, kind }) => [key, valueOf(form[key] ?? '', kind)] as const)
  return { name, url: '', ...Object.fromEntries(given.filter(([, value]) => value !== null)) }
}

/** What a person changed, as a JSON Merge Patch: null gives a member its default back. */
export function patchOf(before: SpecForm, after: SpecForm): Spec {
  const changed = SPEC_FIELDS.filter(({ key }) => before[key] !== after[key])
  return Object.fromEntries(changed.map(({ key, kind }) => [key, valueOf(after[key] ?? '', kind)]))
}
