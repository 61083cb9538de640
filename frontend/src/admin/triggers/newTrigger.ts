import type { components } from '../../api/generated/job'

export type NewTrigger = components['schemas']['NewTrigger']

/** What stands in the form. */
export interface TriggerForm {
  name: string
  by: 'cron' | 'event'
  expression: string
  zone: string
  topic: string
  type: string
  /** Conditions on the event's data, as JSON. */
  data: string
  process: string
  /** The job's inputs, as JSON. */
  inputs: string
  project: string
}

export const EMPTY_FORM: TriggerForm = {
  name: '',
  by: 'cron',
  expression: '0 6 * * 1-5',
  zone: 'UTC',
  topic: 'fleet.schedules',
  type: '',
  data: '',
  process: '',
  inputs: '{}',
  project: '',
}

/** The topics whose events the service takes. */
export const TOPICS = [
  'jobs.events',
  'fleet.vessels',
  'fleet.equipment',
  'fleet.schedules',
  'telemetry.windows',
  'analytics.results',
  'relay.menus',
]

type Json = Record<string, unknown>

/** An object written as JSON; nothing when nothing is written. */
export function jsonOf(text: string): { value: Json | undefined } | { error: string } {
  if (!text.trim()) return { value: undefined }
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { value: value as Json }
    return { error: 'must be an object: {"message": "hello"}' }
  } catch (thrown) {
    return { error: `is no JSON: ${thrown instanceof Error ? thrown.message : ''}` }
  }
}

/** What is sent, or which of the fields of JSON cannot be read. */
export function triggerOf(form: TriggerForm): { trigger: NewTrigger } | { errors: Record<string, string> } {
  const inputs = jsonOf(form.inputs)
  const data = form.by === 'event' ? jsonOf(form.data) : { value: undefined }
  if ('error' in inputs || 'error' in data) {
    return {
      errors: {
        ...('error' in inputs ? { '/inputs': inputs.error } : {}),
        ...('error' in data ? { '/event/data': data.error } : {}),
      },
    }
  }
  const rule =
    form.by === 'cron'
      ? { cron: { expression: form.expression, zone: form.zone.trim() || null } }
      : { event: { topic: form.topic, type: form.type.trim() || null, data: data.value ?? null } }
  const given = { name: form.name, process: form.process, inputs: inputs.value ?? null, project: form.project || null }
  // The types of an object of any fields allow none.
  return { trigger: { ...given, ...rule } as NewTrigger }
}
