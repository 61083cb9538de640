import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSession } from '../../auth/session'
import { type Column, Table } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import { ErrorNotice } from '../../ui/ErrorNotice'
import { projectsQuery } from '../projects/queries'
import { useChange } from '../useChange'
import { switchTrigger, type Trigger, TRIGGERS } from './queries'

/** Triggers: what starts them, what came of it, and their switches. */
export function TriggersTable({ triggers, onDelete }: { triggers: Trigger[]; onDelete: (trigger: Trigger) => void }) {
  const mayChange = useMayChange()
  const change = useChange(TRIGGERS, switchTrigger)
  const columns: Column<Trigger>[] = [
    { title: 'Name', cell: (trigger) => trigger.name },
    { title: 'When', cell: (trigger) => <When trigger={trigger} /> },
    {
      title: 'Starts',
      cell: ({ process, owner, project }) => `${process} for ${[owner, project].filter(Boolean).join(', in ')}`,
    },
    {
      title: 'State',
      cell: (trigger) => <Tag tone={trigger.enabled ? 'success' : 'neutral'}>{trigger.enabled ? 'on' : 'off'}</Tag>,
    },
    { title: 'What came of it', cell: (trigger) => <Outcome trigger={trigger} /> },
    {
      title: 'Do',
      cell: (trigger) =>
        mayChange(trigger) ? (
          <span className="actions">
            <button
              type="button"
              className="button"
              disabled={change.working}
              aria-label={`Switch ${trigger.name} ${trigger.enabled ? 'off' : 'on'}`}
              onClick={() => change.start({ trigger, enabled: !trigger.enabled })}
            >
              {trigger.enabled ? 'Switch off' : 'Switch on'}
            </button>
            <button
              type="button"
              className="button"
              aria-label={`Delete ${trigger.name}`}
              onClick={() => onDelete(trigger)}
            >
              Delete
            </button>
          </span>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <>
      <ErrorNotice problem={change.problem} />
      <Table caption="Triggers" columns={columns} rows={triggers} rowKey={(trigger) => trigger.id ?? ''} />
    </>
  )
}

function When({ trigger }: { trigger: Trigger }) {
  if (trigger.cron) {
    return (
      <>
        <code>{trigger.cron.expression}</code> {trigger.cron.zone}
        {trigger.nextFire && (
          <span className="hint">
            {' '}
            next on <Time at={trigger.nextFire} zone={trigger.cron.zone ?? undefined} />
          </span>
        )}
      </>
    )
  }
  const conditions = { ...trigger.event?.attributes, ...trigger.event?.data }
  const text = Object.entries(conditions).map(([at, value]) => `${at} = ${JSON.stringify(value)}`)
  return (
    <>
      {trigger.event?.type ?? `any event of ${trigger.event?.topic}`}
      {text.length > 0 && ` where ${text.join(' and ')}`}
    </>
  )
}

function Outcome({ trigger }: { trigger: Trigger }) {
  const { fired = 0, failed = 0, lastJob, lastFired, lastError, lastErrorAt } = trigger
  return (
    <>
      {fired === 0 ? 'No job yet' : `${fired} ${fired === 1 ? 'job' : 'jobs'}`}
      {lastJob && (
        <>
          , <Link to={`/jobs/${lastJob}`}>the last</Link> on <Time at={lastFired} />
        </>
      )}
      {failed > 0 && lastError && (
        <p className="field-error">
          {failed} could not be started, the last on <Time at={lastErrorAt} />: {lastError}
        </p>
      )}
    </>
  )
}

/** One's own, those of one's own projects, and all for an administrator. */
function useMayChange(): (trigger: Trigger) => boolean {
  const session = useSession()
  const projects = useQuery(projectsQuery)
  return (trigger) =>
    session.can('admin') ||
    (session.can('operator') &&
      (trigger.owner === session.name ||
        projects.data?.find((project) => project.id === trigger.project)?.role === 'owner'))
}
