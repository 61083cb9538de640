import { queryOptions } from '@tanstack/react-query'
import { body, relay } from '../../api/client'
import type { components } from '../../api/generated/relay'
import type { Spec } from './spec'

export type Upstream = components['schemas']['Upstream']

const POLL_MS = 15_000

export const UPSTREAMS = ['relay', 'upstreams']

export const upstreamsQuery = queryOptions({
  queryKey: UPSTREAMS,
  queryFn: async () => (await body(relay.GET('/api/v1/relay/upstreams'))).items,
  refetchInterval: POLL_MS,
})

// What a person typed is sent as it is where it does not fit: the service says at which field it is wrong.
type Typed<T> = T & Spec

export const addUpstream = (spec: Spec) =>
  body(relay.POST('/api/v1/relay/upstreams', { body: spec as Typed<components['schemas']['UpstreamSpec']> }))

export const changeUpstream = ({ name, version, patch }: { name: string; version: number; patch: Spec }) =>
  body(
    relay.PATCH('/api/v1/relay/upstreams/{upstream}', {
      params: { path: { upstream: name }, header: { 'If-Match': `"${version}"` } },
      body: patch as Typed<components['schemas']['UpstreamSpecPatch']>,
      headers: { 'Content-Type': 'application/merge-patch+json' },
    }),
  )
