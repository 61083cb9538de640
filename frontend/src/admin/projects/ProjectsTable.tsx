import { useSession } from '../../auth/session'
import { type Column, Table } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { useChange } from '../useChange'
import { archiveProject, PROJECTS, type Project } from './queries'

/** Whether the person may change a project and its members. */
export function useOwns(): (project: Project) => boolean {
  const session = useSession()
  return (project) => session.can('admin') || (session.can('operator') && project.role === 'owner')
}

/** Projects, who they are of and whether they take jobs. */
export function ProjectsTable({ projects, onMembers }: { projects: Project[]; onMembers: (project: Project) => void }) {
  const owns = useOwns()
  const archive = useChange(PROJECTS, archiveProject)
  const columns: Column<Project>[] = [
    {
      title: 'Project',
      cell: (project) => (
        <>
          {project.name} <span className="hint">{project.id}</span>
        </>
      ),
    },
    { title: 'What', cell: (project) => project.description || '–' },
    {
      title: 'State',
      cell: (project) => (project.archived ? <Tag>archived, takes no jobs</Tag> : <Tag tone="success">takes jobs</Tag>),
    },
    { title: 'You', cell: (project) => project.role ?? 'no member' },
    { title: 'Made', cell: (project) => <Time at={project.created} style="day" /> },
    {
      title: 'Do',
      cell: (project) => (
        <span className="actions">
          <button
            type="button"
            className="button"
            aria-label={`Members of ${project.name}`}
            onClick={() => onMembers(project)}
          >
            Members
          </button>
          {owns(project) && (
            <button
              type="button"
              className="button"
              disabled={archive.working}
              aria-label={`${project.archived ? 'Take back' : 'Archive'} ${project.name}`}
              onClick={() => archive.start({ project, archived: !project.archived })}
            >
              {project.archived ? 'Take back' : 'Archive'}
            </button>
          )}
        </span>
      ),
    },
  ]
  return (
    <>
      <ErrorNotice problem={archive.problem} />
      <Table caption="Projects" columns={columns} rows={projects} rowKey={(project) => project.id ?? ''} />
    </>
  )
}
