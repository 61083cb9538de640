import { queryOptions } from '@tanstack/react-query'
import { all, answered, body, relay } from '../api/client'
import type { components } from '../api/generated/relay'
import { asProblem } from '../api/problem'
import { freshnessOf } from './freshness'

export type Restaurant = components['schemas']['Restaurant']
export type ServedDish = components['schemas']['ServedDish']

const POLL_MS = 60_000
const AGAIN_S = 20
const PAGE = 1000

/** In how many seconds what failed is tried again: when the relay asks for it. */
export function againIn(thrown: unknown): number {
  return Math.max(1, asProblem(thrown).retryAfter ?? AGAIN_S)
}

/*
 * What the relay knows of lunch. It is slow and limited behind it: nothing is asked twice at once, and what fails is
 * asked again only when it wants to be.
 */
const patient = {
  retry: false,
  refetchInterval: (query: { state: { error: Error | null } }) =>
    query.state.error ? againIn(query.state.error) * 1000 : POLL_MS,
} as const

export const restaurantsQuery = queryOptions({
  queryKey: ['relay', 'restaurants'],
  queryFn: async () => {
    const { data, headers } = await answered(relay.GET('/restaurant', { params: { query: { limit: PAGE } } }))
    return { restaurants: data.items, freshness: freshnessOf(headers) }
  },
  ...patient,
})

export const menuQuery = (id: string) =>
  queryOptions({
    queryKey: ['relay', 'restaurants', id],
    queryFn: async () => {
      const { data, headers } = await answered(relay.GET('/restaurant/{id}', { params: { path: { id } } }))
      return { ...data, freshness: freshnessOf(headers) }
    },
    ...patient,
  })

export const dishesQuery = (q: string) =>
  queryOptions({
    queryKey: ['relay', 'dishes', q],
    queryFn: () =>
      all((cursor) => body(relay.GET('/api/v1/dishes', { params: { query: { q, limit: PAGE, cursor } } }))),
    enabled: q !== '',
    ...patient,
  })
