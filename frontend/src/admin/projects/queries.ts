import { queryOptions } from '@tanstack/react-query'
import { all, body, job } from '../../api/client'
import type { components } from '../../api/generated/job'

export type Project = components['schemas']['Project']
export type Member = components['schemas']['Member']
export type ProjectRole = components['schemas']['ProjectRole']
type NewProject = components['schemas']['NewProject']

const POLL_MS = 15_000
const PAGE = 1000

export const PROJECTS = ['jobs', 'projects']

const page = <T>({ items, next }: { items?: T[]; next?: string | null }) => ({ items: items ?? [], next })

/** Those that the person is a member of; all for an administrator. */
export const projectsQuery = queryOptions({
  queryKey: PROJECTS,
  queryFn: () =>
    all(async (cursor) =>
      page(await body(job.GET('/api/v1/projects', { params: { query: { limit: PAGE, cursor } } }))),
    ),
  refetchInterval: POLL_MS,
})

export const membersQuery = (project: string) =>
  queryOptions({
    queryKey: [...PROJECTS, project, 'members'],
    queryFn: () =>
      all(async (cursor) => {
        const params = { path: { project }, query: { limit: PAGE, cursor } }
        return page(await body(job.GET('/api/v1/projects/{project}/members', { params })))
      }),
    refetchInterval: POLL_MS,
  })

export const makeProject = (project: NewProject) => body(job.POST('/api/v1/projects', { body: project }))

export const archiveProject = ({ project, archived }: { project: Project; archived: boolean }) =>
  body(
    job.PATCH('/api/v1/projects/{project}', {
      params: { path: { project: project.id ?? '' }, header: { 'If-Match': `"${project.version}"` } },
      body: { archived },
      headers: { 'Content-Type': 'application/merge-patch+json' },
    }),
  )

export interface Membership {
  project: string
  subject: string
  role: ProjectRole
  name?: string
}

export const takeIn = ({ project, subject, role, name }: Membership) =>
  body(
    job.PUT('/api/v1/projects/{project}/members/{subject}', {
      params: { path: { project, subject } },
      body: { role, ...(name ? { name } : {}) },
    }),
  )

export const takeOut = ({ project, subject }: { project: string; subject: string }) =>
  body(job.DELETE('/api/v1/projects/{project}/members/{subject}', { params: { path: { project, subject } } }))
