import './schedules.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../auth/session'
import { type Vessel, vesselsQuery } from '../fleet/queries'
import { Empty } from '../ui/Empty'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { useNow } from '../ui/useNow'
import { Filters } from './Filters'
import {
  type Direction,
  type Filter,
  lanes,
  ofSchedules,
  ofVessels,
  place,
  type Range,
  rangeAround,
  type Sailing,
  type Span,
  SPANS,
  wanted,
} from './lanes'
import { type Schedule, schedulesOfQuery, schedulesQuery, vesselsOfQuery } from './queries'
import { ScheduleDialogs, type Shown } from './ScheduleDialogs'
import { SchedulesTable } from './SchedulesTable'
import { Timeline } from './Timeline'

const TICK_MS = 60_000

/** Which vessel sails which schedule when, seen from either side. */
export function SchedulesPage() {
  const operator = useSession().can('operator')
  const vessels = useQuery(vesselsQuery)
  const schedules = useQuery(schedulesQuery)
  const [shown, setShown] = useState<Shown | null>(null)
  return (
    <Page
      title="Schedules"
      actions={
        operator && (
          <button type="button" className="button button-primary" onClick={() => setShown({ view: 'new' })}>
            New schedule
          </button>
        )
      }
    >
      <QueryView query={vessels} what="the vessels">
        {(fleet) => (
          <QueryView query={schedules} what="the schedules">
            {(all) => (
              <Plan
                vessels={fleet}
                schedules={all}
                onShow={(schedule) => setShown({ view: 'show', schedule: schedule.id })}
              />
            )}
          </QueryView>
        )}
      </QueryView>
      {shown && (
        <ScheduleDialogs
          shown={shown}
          schedules={schedules.data ?? []}
          vessels={vessels.data ?? []}
          onShow={setShown}
        />
      )}
    </Page>
  )
}

interface PlanProps {
  vessels: Vessel[]
  schedules: Schedule[]
  onShow: (schedule: Schedule) => void
}

/** The plan of the fleet, as far as it is looked for. */
function Plan({ vessels, schedules, onShow }: PlanProps) {
  const now = useNow(TICK_MS)
  const [span, setSpan] = useState<Span>('2 weeks')
  const [moved, setMoved] = useState(0)
  const [direction, setDirection] = useState<Direction>('vessels')
  const [table, setTable] = useState(false)
  const [filter, setFilter] = useState<Filter>({ kind: '', status: '', vessels: new Set() })
  const around = rangeAround(now, span)
  const range = { start: around.start + moved, end: around.end + moved }
  const chosen = filter.vessels.size > 0 ? [...filter.vessels].sort() : vessels.map((vessel) => vessel.code)

  const move = (parts: number) => setMoved(moved + Math.round((SPANS[span] * parts) / 86_400_000) * 86_400_000)
  const press = (pressed: boolean, title: string, onClick: () => void) => (
    <button key={title} type="button" className="button" aria-pressed={pressed} onClick={onClick}>
      {title}
    </button>
  )
  return (
    <Panel
      title="Timeline"
      actions={
        <>
          {press(direction === 'vessels', 'By vessel', () => setDirection('vessels'))}
          {press(direction === 'schedules', 'By schedule', () => setDirection('schedules'))}
          {press(table, 'Table', () => setTable(!table))}
        </>
      }
    >
      <div className="actions schedules-tools">
        {(Object.keys(SPANS) as Span[]).map((choice) =>
          press(span === choice, choice, () => {
            setSpan(choice)
            setMoved(0)
          }),
        )}
        <button type="button" className="button" onClick={() => move(-0.5)}>
          Earlier
        </button>
        <button type="button" className="button" disabled={moved === 0} onClick={() => setMoved(0)}>
          Today
        </button>
        <button type="button" className="button" onClick={() => move(0.5)}>
          Later
        </button>
        <Filters vessels={vessels} filter={filter} onChange={setFilter} />
      </div>
      <Sailings
        direction={direction}
        schedules={schedules}
        chosen={chosen}
        filter={filter}
        range={range}
        now={now}
        table={table}
        onShow={onShow}
      />
    </Panel>
  )
}

interface SailingsProps {
  direction: Direction
  schedules: Schedule[]
  chosen: string[]
  filter: Filter
  range: Range
  now: number
  table: boolean
  onShow: (schedule: Schedule) => void
}

/** Asks in the direction that is looked at: for vessels their schedules, or for schedules their vessels. */
function Sailings({ direction, schedules, chosen, filter, range, now, table, onShow }: SailingsProps) {
  const byVessel = direction === 'vessels'
  const asked = schedules.map((schedule) => schedule.id)
  const ofFleet = useQuery({
    ...schedulesOfQuery(chosen),
    enabled: byVessel,
    placeholderData: keepPreviousData,
  })
  const ofPlan = useQuery({ ...vesselsOfQuery(asked), enabled: !byVessel, placeholderData: keepPreviousData })

  const drawn = (sailings: Sailing[]) => {
    const kept = wanted(sailings, filter).filter(({ schedule }) =>
      place(Date.parse(schedule.start), Date.parse(schedule.end), range),
    )
    if (table) return <SchedulesTable sailings={kept} direction={direction} onShow={onShow} />
    if (kept.length === 0 && (!byVessel || chosen.length === 0)) return <Nothing schedules={schedules} />
    return (
      <>
        {kept.length === 0 && <Nothing schedules={schedules} />}
        <Timeline
          label={byVessel ? 'Schedules by vessel' : 'Vessels by schedule'}
          lanes={lanes(kept, direction, chosen)}
          direction={direction}
          range={range}
          now={now}
          onShow={onShow}
        />
      </>
    )
  }
  return byVessel ? (
    <QueryView query={ofFleet} what="the schedules of the vessels">
      {(links) => drawn(ofVessels(links))}
    </QueryView>
  ) : (
    <QueryView query={ofPlan} what="the vessels of the schedules">
      {(links) => drawn(ofSchedules(schedules, links))}
    </QueryView>
  )
}

function Nothing({ schedules }: { schedules: Schedule[] }) {
  return (
    <Empty>
      {schedules.length === 0
        ? 'There is no schedule yet. An operator makes one with “New schedule”.'
        : 'No linked schedule fits the filters in this time. Choose a longer time, other filters, or look by schedule to see those without a vessel.'}
    </Empty>
  )
}
