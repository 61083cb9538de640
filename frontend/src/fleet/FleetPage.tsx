import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { type Place, positionText } from '../map/place'
import { Empty } from '../ui/Empty'
import { Loading } from '../ui/Loading'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { type Column, Table } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { type Vessel, vesselsQuery } from './queries'

const FleetMap = lazy(async () => ({ default: (await import('../map/FleetMap')).FleetMap }))

const COLUMNS: Column<Vessel>[] = [
  { title: 'Vessel', cell: (vessel) => <Link to={`/vessels/${vessel.code}`}>{vessel.code}</Link> },
  { title: 'Name', cell: (vessel) => vessel.name },
  { title: 'Type', cell: (vessel) => vessel.type },
  {
    title: 'Status',
    cell: (vessel) => <Tag tone={vessel.status === 'active' ? 'success' : 'neutral'}>{vessel.status}</Tag>,
  },
  {
    title: 'Position',
    cell: (vessel) => (vessel.position ? positionText(vessel.position.latitude, vessel.position.longitude) : '–'),
  },
  { title: 'Position of', cell: (vessel) => <Time at={vessel.position?.time} zone={vessel.timeZone} /> },
  { title: 'IMO', cell: (vessel) => vessel.imo ?? '–' },
]

/** Where the vessels are and how they stand. */
export function FleetPage() {
  const vessels = useQuery(vesselsQuery)
  return (
    <Page title="Fleet">
      <QueryView query={vessels} what="the fleet">
        {(fleet) =>
          fleet.length === 0 ? (
            <Empty>There is no vessel yet. Register one with POST /api/v1/vessels, or import a CSV file.</Empty>
          ) : (
            <Fleet vessels={fleet} />
          )
        }
      </QueryView>
    </Page>
  )
}

function Fleet({ vessels }: { vessels: Vessel[] }) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = vessels.filter((vessel) =>
    `${vessel.code} ${vessel.name} ${vessel.type}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      <Panel title="Map">
        <Suspense fallback={<Loading what="the map" />}>
          <FleetMap places={shown.flatMap(placeOf)} />
        </Suspense>
      </Panel>
      <Panel
        title={`Vessels (${shown.length} of ${vessels.length})`}
        actions={
          <label className="compact">
            <span>Find</span>
            <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        }
      >
        {shown.length === 0 ? (
          <Empty>No vessel has “{text}” in its code, name or type.</Empty>
        ) : (
          <Table caption="Vessels" columns={COLUMNS} rows={shown} rowKey={(vessel) => vessel.code} />
        )}
      </Panel>
    </>
  )
}

function placeOf(vessel: Vessel): Place[] {
  const position = vessel.position
  if (!position) return []
  return [{ ...vessel, ...position, where: positionText(position.latitude, position.longitude) }]
}
