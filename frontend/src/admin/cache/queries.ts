import { queryOptions } from '@tanstack/react-query'
import { all, body, relay } from '../../api/client'
import type { components } from '../../api/generated/relay'

export type CachedResponse = components['schemas']['CachedResponse']
export type CacheStatistics = components['schemas']['CacheStatistics']

const POLL_MS = 10_000
/** More nobody looks through; a prefix narrows it. */
export const MOST_LISTED = 500

export const CACHE = ['relay', 'cache']

export const statisticsQuery = queryOptions({
  queryKey: [...CACHE, 'statistics'],
  queryFn: () => body(relay.GET('/api/v1/relay/cache/statistics')),
  refetchInterval: POLL_MS,
})

export const keptQuery = (prefix: string) =>
  queryOptions({
    queryKey: [...CACHE, 'kept', prefix],
    queryFn: () =>
      all((cursor) => {
        const query = { limit: MOST_LISTED, cursor, ...(prefix ? { prefix } : {}) }
        return body(relay.GET('/api/v1/relay/cache', { params: { query } }))
      }, MOST_LISTED),
    refetchInterval: POLL_MS,
  })

export const purge = (prefix: string) => body(relay.DELETE('/api/v1/relay/cache', { params: { query: { prefix } } }))
