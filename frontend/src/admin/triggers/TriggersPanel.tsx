import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../auth/session'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Confirm } from '../Confirm'
import { useChange } from '../useChange'
import { NewTriggerForm } from './NewTriggerForm'
import { deleteTrigger, type Trigger, TRIGGERS, triggersQuery } from './queries'
import { TriggersTable } from './TriggersTable'

/** What starts jobs by itself. */
export function TriggersPanel() {
  const operator = useSession().can('operator')
  const triggers = useQuery(triggersQuery)
  const [making, setMaking] = useState(false)
  const [deleted, setDeleted] = useState<Trigger>()
  return (
    <Panel
      title="Triggers"
      actions={
        operator && (
          <button type="button" className="button" onClick={() => setMaking(true)}>
            Make a trigger
          </button>
        )
      }
    >
      <QueryView query={triggers} what="the triggers">
        {(found) =>
          found.length === 0 ? (
            <Empty>
              No schedule or event starts jobs.{' '}
              {operator ? 'Make a trigger above.' : 'An operator can make a trigger; you see those of your projects.'}
            </Empty>
          ) : (
            <TriggersTable triggers={found} onDelete={setDeleted} />
          )
        }
      </QueryView>
      {making && (
        <Dialog title="Make a trigger" onClose={() => setMaking(false)}>
          <NewTriggerForm onDone={() => setMaking(false)} />
        </Dialog>
      )}
      {deleted && <Delete trigger={deleted} onClose={() => setDeleted(undefined)} />}
    </Panel>
  )
}

function Delete({ trigger, onClose }: { trigger: Trigger; onClose: () => void }) {
  const remove = useChange(TRIGGERS, deleteTrigger)
  return (
    <Confirm
      title={`Delete “${trigger.name}”?`}
      action="Delete"
      working={remove.working}
      problem={remove.problem}
      onConfirm={() => remove.start(trigger, onClose)}
      onClose={onClose}
    >
      <p>It starts no more jobs. Those that it has started stay.</p>
    </Confirm>
  )
}
