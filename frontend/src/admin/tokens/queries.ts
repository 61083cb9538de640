import { queryOptions } from '@tanstack/react-query'
import { all, body, telemetry } from '../../api/client'
import type { components } from '../../api/generated/telemetry'

export type AccessToken = components['schemas']['AccessToken']
export type CreatedAccessToken = components['schemas']['CreatedAccessToken']
export type Scope = components['schemas']['TokenScope']
export type NewAccessToken = components['schemas']['NewAccessToken']

const POLL_MS = 30_000
const PAGE = 1000

export const TOKENS = ['telemetry', 'tokens']

/** Somebody's tokens; one's own where the owner is empty. */
export const tokensQuery = (owner: string) =>
  queryOptions({
    queryKey: [...TOKENS, owner],
    queryFn: () =>
      all((cursor) => {
        const query = { limit: PAGE, cursor, ...(owner ? { owner } : {}) }
        return body(telemetry.GET('/api/v1/tokens', { params: { query } }))
      }),
    refetchInterval: POLL_MS,
  })

export const makeToken = (token: NewAccessToken) => body(telemetry.POST('/api/v1/tokens', { body: token }))

export const revokeToken = (id: string) =>
  body(telemetry.DELETE('/api/v1/tokens/{id}', { params: { path: { id: id as unknown as number } } }))
