import { useQuery } from '@tanstack/react-query'
import { useSession } from '../auth/session'
import { type Job, type Project, projectsQuery } from './queries'

/** Whether somebody may call a job off and repeat it: operators, and in projects those who are more than readers. */
export function mayChange(job: Job, projects: Project[], operator: boolean, admin: boolean): boolean {
  if (admin || !operator) return admin
  if (!job.project) return true
  const role = projects.find((project) => project.id === job.project)?.role
  return role === 'owner' || role === 'member'
}

export function useMayChange(job: Job): boolean {
  const session = useSession()
  const projects = useQuery({ ...projectsQuery, enabled: job.project !== undefined }).data ?? []
  return mayChange(job, projects, session.can('operator'), session.can('admin'))
}
