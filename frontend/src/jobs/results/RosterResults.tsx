import { useMemo } from 'react'
import { Empty } from '../../ui/Empty'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import { Time } from '../../ui/Time'
import { Figure } from './EnergyResults'
import type { Outputs } from './fetched'
import { type Assignment, type Roster, roster, type RosterInputs, type RosterOutputs } from './roster'

const percent = (share: number) => `${share * 100}%`

const ASSIGNMENTS: Column<Assignment>[] = [
  { title: 'Schedule', cell: (one) => one.schedule },
  { title: 'Vessel', cell: (one) => one.vessel },
  { title: 'From', cell: (one) => <Time at={one.start} /> },
  { title: 'To', cell: (one) => <Time at={one.end} /> },
  { title: 'Cost', cell: (one) => quantity(one.cost), numeric: true },
]

const UNFILLED: Column<RosterOutputs['unfilled'][number]>[] = [
  { title: 'Schedule', cell: (one) => one.schedule },
  { title: 'Vessels missing', cell: (one) => one.missing, numeric: true },
  { title: 'Could sail it if free', cell: (one) => one.candidates, numeric: true },
]

const ENDED = {
  bound: 'Nothing can be better.',
  moves: 'The search made all the moves it was given.',
  time: 'The search took all the time it was given.',
}

/** A proposal who sails what. */
export function RosterResults({ inputs, outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const found = outputs as unknown as RosterOutputs
  const drawn = useMemo(() => roster(inputs as unknown as RosterInputs, found), [inputs, found])
  return (
    <>
      <Panel title="Who sails what">
        <div className="figures">
          <Figure name="Cost" value={quantity(found.cost)} />
          <Figure name="Cost at least" value={quantity(found.bound.cost)} />
          <Figure name="Priorities of empty places" value={`${found.emptyWeight}`} />
          <Figure name="At least" value={`${found.bound.emptyWeight}`} />
        </div>
        <RosterChart drawn={drawn} />
        <p className="hint">
          {ENDED[found.endedBy]} {found.optimal ? '' : 'It may still be the best there is. '}Striped: the vessel is not
          available. Nothing was changed: whoever likes the proposal links vessels and schedules.
        </p>
      </Panel>
      <div className="columns">
        <Panel title="Assignments">
          {found.assignments.length === 0 ? (
            <Empty>No vessel can sail any of the schedules.</Empty>
          ) : (
            <Table
              caption="Who sails what, and its cost"
              columns={ASSIGNMENTS}
              rows={found.assignments}
              rowKey={(one) => `${one.schedule} ${one.vessel}`}
            />
          )}
        </Panel>
        <Panel title="Schedules that want for vessels">
          {found.unfilled.length === 0 ? (
            <Empty>None: every schedule has all the vessels it wants.</Empty>
          ) : (
            <Table
              caption="Schedules with empty places"
              columns={UNFILLED}
              rows={found.unfilled}
              rowKey={(one) => one.schedule}
            />
          )}
        </Panel>
      </div>
    </>
  )
}

function RosterChart({ drawn }: { drawn: Roster }) {
  return (
    <div className="roster" role="img" aria-label="Vessels and what they sail over time; the table below has the same.">
      <div className="roster-row">
        <span className="roster-vessel" />
        <span className="roster-line">
          {drawn.ticks.map((tick) => (
            <span key={tick.label} className="roster-tick" style={{ left: percent(tick.left) }}>
              {tick.label}
            </span>
          ))}
        </span>
      </div>
      {drawn.rows.map((row) => (
        <div key={row.vessel} className="roster-row">
          <span className="roster-vessel">{row.vessel}</span>
          <span className="roster-line roster-room">
            {row.bars.map((bar) => (
              <span
                key={`${bar.label} ${bar.start}`}
                className={bar.away ? 'roster-bar roster-away' : 'roster-bar'}
                style={{ left: percent(bar.left), width: percent(bar.width) }}
                title={`${bar.label}: ${bar.start} to ${bar.end}`}
              >
                {bar.label}
              </span>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}
