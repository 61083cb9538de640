import './vessel.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useSession } from '../auth/session'
import { HistoryDialog } from '../fleet/History'
import { type Vessel, vesselQuery } from '../fleet/queries'
import { Page } from '../ui/Page'
import { QueryView } from '../ui/QueryView'
import { EditDialog } from './EditDialog'
import { EquipmentPanel } from './EquipmentPanel'
import { LivePanel } from './LivePanel'
import { PowerPanel } from './PowerPanel'
import { SchedulesPanel } from './SchedulesPanel'
import { VesselFacts } from './VesselFacts'

/** One vessel: what it is, how it does, and what it will do. */
export function VesselPage() {
  const { vessel: code = '' } = useParams()
  const vessel = useQuery(vesselQuery(code))
  const known = vessel.data
  return (
    <Page
      title={known ? `${known.name} (${known.code})` : code}
      actions={known ? <Actions vessel={known} /> : <Link to="/fleet">All vessels</Link>}
    >
      <QueryView query={vessel} what="the vessel">
        {(found) => (
          // What was chosen on one vessel's page means nothing on another's.
          <div key={found.code} className="vessel">
            <VesselFacts vessel={found} />
            <LivePanel vessel={found} />
            <PowerPanel vessel={found} />
            <EquipmentPanel vessel={found} />
            <SchedulesPanel vessel={found} />
          </div>
        )}
      </QueryView>
    </Page>
  )
}

function Actions({ vessel }: { vessel: Vessel }) {
  const operator = useSession().can('operator')
  const [open, setOpen] = useState<'history' | 'edit' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {operator && (
        <button type="button" className="button" onClick={() => setOpen('edit')}>
          Edit
        </button>
      )}
      <button type="button" className="button" onClick={() => setOpen('history')}>
        History
      </button>
      {open === 'edit' && <EditDialog vessel={vessel} onClose={close} />}
      {open === 'history' && (
        <HistoryDialog
          title={`History of ${vessel.name}`}
          subject={{ kind: 'vessel', vessel: vessel.code }}
          zone={vessel.timeZone}
          onClose={close}
        />
      )}
    </>
  )
}
