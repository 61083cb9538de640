import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../auth/session'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { MembersDialog } from './MembersDialog'
import { NewProjectForm } from './NewProjectForm'
import { projectsQuery } from './queries'
import { ProjectsTable } from './ProjectsTable'

/** Projects, which decide who sees jobs. */
export function ProjectsPanel() {
  const session = useSession()
  const projects = useQuery(projectsQuery)
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const shown = projects.data?.find((project) => project.id === chosen)
  return (
    <Panel
      title="Projects"
      actions={
        session.can('operator') && (
          <button type="button" className="button" onClick={() => setMaking(true)}>
            Make a project
          </button>
        )
      }
    >
      <p>The jobs of a project are seen by its members only.</p>
      <QueryView query={projects} what="the projects">
        {(found) =>
          found.length === 0 ? (
            <Empty>
              You are a member of no project. {session.can('operator') ? 'Make one above, or ask' : 'Ask'} an owner to
              take you in. They need your subject: <code>{session.subject}</code>
            </Empty>
          ) : (
            <ProjectsTable projects={found} onMembers={(project) => setChosen(project.id)} />
          )
        }
      </QueryView>
      {making && (
        <Dialog title="Make a project" onClose={() => setMaking(false)}>
          <NewProjectForm onDone={() => setMaking(false)} />
        </Dialog>
      )}
      {shown && <MembersDialog project={shown} onClose={() => setChosen(undefined)} />}
    </Panel>
  )
}
