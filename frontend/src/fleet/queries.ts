import { queryOptions } from '@tanstack/react-query'
import { all, body, fleet } from '../api/client'
import type { components } from '../api/generated/fleet'

export type Vessel = components['schemas']['Vessel']
export type Equipment = components['schemas']['Equipment']
export type Schedule = components['schemas']['Schedule']

const PAGE = 1000

/*
 * What the fleet-service tells. All keys begin with `fleet`, which its stream of changes makes old.
 */

export const vesselsQuery = queryOptions({
  queryKey: ['fleet', 'vessels'],
  queryFn: () => all((cursor) => body(fleet.GET('/api/v1/vessels', { params: { query: { limit: PAGE, cursor } } }))),
})

export const vesselQuery = (vessel: string) =>
  queryOptions({
    queryKey: ['fleet', 'vessels', vessel],
    queryFn: () => body(fleet.GET('/api/v1/vessels/{vessel}', { params: { path: { vessel } } })),
  })
