import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../auth/session'
import { Dialog } from '../../ui/Dialog'
import { QueryView } from '../../ui/QueryView'
import { type Column, Table } from '../../ui/Table'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { useChange } from '../useChange'
import { MemberForm } from './MemberForm'
import { type Member, membersQuery, PROJECTS, type Project, takeOut } from './queries'
import { useOwns } from './ProjectsTable'

/** Who is in a project; its owners take others in and out, and everybody may leave. */
export function MembersDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const session = useSession()
  const id = project.id ?? ''
  const owned = useOwns()(project)
  const members = useQuery(membersQuery(id))
  const remove = useChange(PROJECTS, takeOut)
  const columns: Column<Member>[] = [
    {
      title: 'Who',
      cell: (member) => (
        <>
          {member.name ?? member.subject} {member.name && <span className="hint">{member.subject}</span>}
        </>
      ),
    },
    { title: 'Role', cell: (member) => member.role },
    {
      title: 'Take out',
      cell: (member) => {
        const own = member.subject === session.subject
        if (!owned && !own) return '–'
        return (
          <button
            type="button"
            className="button"
            disabled={remove.working}
            aria-label={own ? 'Leave the project' : `Take out ${member.name ?? member.subject}`}
            onClick={() => remove.start({ project: id, subject: member.subject ?? '' })}
          >
            {own ? 'Leave' : 'Take out'}
          </button>
        )
      },
    },
  ]
  return (
    <Dialog title={`Members of ${project.name}`} onClose={onClose}>
      <ErrorNotice problem={remove.problem} />
      <QueryView query={members} what="the members">
        {(found) => (
          <Table caption="Members" columns={columns} rows={found} rowKey={(member) => member.subject ?? ''} />
        )}
      </QueryView>
      {owned && <MemberForm project={id} />}
    </Dialog>
  )
}
