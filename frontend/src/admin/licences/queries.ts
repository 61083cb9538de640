import { queryOptions } from '@tanstack/react-query'
import { body, job } from '../../api/client'
import type { components } from '../../api/generated/job'

export type Licence = components['schemas']['Licence']
export type Holder = components['schemas']['Holder']

const POLL_MS = 5_000

export const LICENCES = ['jobs', 'licences']

export const licencesQuery = queryOptions({
  queryKey: LICENCES,
  queryFn: async () => (await body(job.GET('/api/v1/licences'))).items ?? [],
  refetchInterval: POLL_MS,
})

export const setSeats = ({ licence, seats }: { licence: string; seats: number }) =>
  body(job.PUT('/api/v1/licences/{licence}', { params: { path: { licence } }, body: { seats } }))
