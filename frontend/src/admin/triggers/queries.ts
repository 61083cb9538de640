import { queryOptions } from '@tanstack/react-query'
import { all, body, job } from '../../api/client'
import type { components } from '../../api/generated/job'
import type { NewTrigger } from './newTrigger'

export type Trigger = components['schemas']['Trigger']

const POLL_MS = 10_000
const PAGE = 1000

export const TRIGGERS = ['jobs', 'triggers']

export const triggersQuery = queryOptions({
  queryKey: TRIGGERS,
  queryFn: () =>
    all(async (cursor) => {
      const { items, next } = await body(job.GET('/api/v1/triggers', { params: { query: { limit: PAGE, cursor } } }))
      return { items: items ?? [], next }
    }),
  refetchInterval: POLL_MS,
})

/** The names of what a trigger may start. */
export const processNamesQuery = queryOptions({
  queryKey: ['jobs', 'processes', 'names'],
  queryFn: async () => {
    const { processes } = await body(job.GET('/api/v1/processes', { params: { query: { limit: PAGE } } }))
    return (processes ?? []).flatMap(({ id, title }) => (id ? [{ id, title: title ?? id }] : []))
  },
  staleTime: Infinity,
})

const versioned = (trigger: Trigger) => ({
  path: { trigger: trigger.id ?? '' },
  header: { 'If-Match': `"${trigger.version}"` },
})

export const makeTrigger = (trigger: NewTrigger) => body(job.POST('/api/v1/triggers', { body: trigger }))

export const switchTrigger = ({ trigger, enabled }: { trigger: Trigger; enabled: boolean }) =>
  body(
    job.PATCH('/api/v1/triggers/{trigger}', {
      params: versioned(trigger),
      // What is absent stays, also what has a default for a new one.
      body: { enabled },
      headers: { 'Content-Type': 'application/merge-patch+json' },
    }),
  )

export const deleteTrigger = (trigger: Trigger) =>
  body(job.DELETE('/api/v1/triggers/{trigger}', { params: versioned(trigger) }))
