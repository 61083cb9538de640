import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../auth/session'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { AddLicence } from './AddLicence'
import { LicenceCard } from './LicenceCard'
import { licencesQuery } from './queries'

/** The licences whose seats jobs share. */
export function LicencesPanel() {
  const admin = useSession().can('admin')
  const licences = useQuery(licencesQuery)
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title="Licences"
      actions={
        admin && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            Add a licence
          </button>
        )
      }
    >
      <QueryView query={licences} what="the licences">
        {(found) =>
          found.length === 0 ? (
            <Empty>
              There is no licence, so no process waits for a seat.{' '}
              {admin ? 'Add one that a process names.' : 'An administrator adds one that a process names.'}
            </Empty>
          ) : (
            <ul className="plain cards">
              {found.map((licence) => (
                <LicenceCard key={licence.name} licence={licence} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {adding && (
        <Dialog title="Add a licence" onClose={() => setAdding(false)}>
          <AddLicence known={licences.data ?? []} onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </Panel>
  )
}
