import { queryOptions } from '@tanstack/react-query'
import { body, job } from '../../api/client'
import type { components } from '../../api/generated/job'

export type SigningSecret = components['schemas']['SigningSecret']

export const SECRETS = ['webhooks', 'secrets']

const of = (project: string) => ({ params: { query: project ? { project } : {} } })

/** The secrets of a project's jobs; of one's own jobs of no project where it is empty. */
export const secretsQuery = (project: string) =>
  queryOptions({
    queryKey: [...SECRETS, project],
    queryFn: async () => (await body(job.GET('/api/v1/webhooks/secrets', of(project)))).items ?? [],
  })

export const makeSecret = (project: string) => body(job.POST('/api/v1/webhooks/secrets', of(project)))
