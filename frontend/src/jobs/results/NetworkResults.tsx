import { useMemo, useState } from 'react'
import { Empty } from '../../ui/Empty'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import type { Outputs } from './fetched'
import { fibresOf, type Fibre, type Lightpath, networkMap, type NetworkInputs, type NetworkOutputs } from './network'
import { FRAME, NetworkMap } from './NetworkMap'

const SHOWN = 100

const PATHS: Column<Lightpath>[] = [
  { title: 'Between', cell: (path) => `${path.from}–${path.to}` },
  { title: 'Wavelength', cell: (path) => path.wavelength, numeric: true },
  { title: 'Route', cell: (path) => path.nodes.join(' – ') },
  { title: 'Length', cell: (path) => quantity(path.lengthKm, 'km'), numeric: true },
]

const ENDED = {
  bound: 'No plan can be better.',
  steps: 'The search made all the steps it was given; another plan may be better.',
  time: 'The search took all the time it was given; another plan may be better.',
}

/** A plan of a network: how loaded its fibres are, and which way each lightpath goes. */
export function NetworkResults({ inputs, outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const given = inputs as unknown as NetworkInputs
  const plan = outputs as unknown as NetworkOutputs
  const map = useMemo(() => networkMap(given, plan, FRAME), [given, plan])
  const [wavelength, setWavelength] = useState(0)
  const paths = wavelength ? plan.lightpaths.filter((path) => path.wavelength === wavelength) : plan.lightpaths
  const used = [...new Set(plan.lightpaths.map((path) => path.wavelength))].sort((a, b) => a - b)
  return (
    <>
      <Panel
        title="The network"
        actions={
          <label className="compact">
            <span>Wavelength</span>
            <select value={wavelength} onChange={(event) => setWavelength(Number(event.target.value))}>
              <option value={0}>all</option>
              {used.map((number) => (
                <option key={number} value={number}>
                  {number}
                </option>
              ))}
            </select>
          </label>
        }
      >
        <NetworkMap map={map} wavelengths={given.wavelengths} chosen={wavelength ? fibresOf(paths) : null} />
        <p className="hint">
          Numbers: used wavelengths of {given.wavelengths}; striped: all are used. This is no map of places: what few or
          short fibres connect is drawn near.
        </p>
      </Panel>
      <div className="columns">
        <PlanFacts plan={plan} />
        <Fibres fibres={map.fibres} wavelengths={given.wavelengths} />
      </div>
      <Panel title={wavelength ? `Lightpaths on wavelength ${wavelength}` : 'Lightpaths'}>
        {paths.length === 0 ? (
          <Empty>No lightpath has a place.</Empty>
        ) : (
          <div className="tall">
            <Table
              caption={`The first ${Math.min(SHOWN, paths.length)} of ${paths.length} lightpaths`}
              columns={PATHS}
              rows={paths.slice(0, SHOWN)}
              rowKey={(path) => `${path.from} ${path.to} ${path.wavelength} ${path.nodes.join()}`}
            />
          </div>
        )}
        {paths.length > SHOWN && (
          <p className="hint balance">
            {SHOWN} of {paths.length} are shown; choose a wavelength, or download them all below.
          </p>
        )}
      </Panel>
    </>
  )
}

function PlanFacts({ plan }: { plan: NetworkOutputs }) {
  return (
    <Panel title="The plan">
      <dl className="facts">
        <dt>Lightpaths</dt>
        <dd>
          {plan.requested - plan.blocked} of {plan.requested} have a place
        </dd>
        <dt>Without a place</dt>
        <dd>
          {plan.blocked} ({quantity(plan.blocking * 100, '%')}); at least {plan.blockedBound} in any plan,{' '}
          {plan.blockedByConstruction} at first
        </dd>
        <dt>Wavelengths</dt>
        <dd>
          {plan.wavelengthsUsed} are used; {plan.wavelengthBound} at least for all that are connected
        </dd>
        <dt>Utilisation</dt>
        <dd>{quantity(plan.utilisation * 100, '%')} of all fibres’ wavelengths</dd>
        <dt>Ended</dt>
        <dd>{ENDED[plan.endedBy]}</dd>
        {plan.blockedDemands.length > 0 && (
          <>
            <dt>Blocked</dt>
            <dd>{plan.blockedDemands.map((one) => `${one.from}–${one.to} (${one.lightpaths})`).join(', ')}</dd>
          </>
        )}
      </dl>
    </Panel>
  )
}

function Fibres({ fibres, wavelengths }: { fibres: Fibre[]; wavelengths: number }) {
  const columns: Column<Fibre>[] = [
    { title: 'Fibre', cell: (fibre) => fibre.ends },
    { title: 'Length', cell: (fibre) => quantity(fibre.lengthKm, 'km'), numeric: true },
    { title: 'Used', cell: (fibre) => `${fibre.used} of ${wavelengths}`, numeric: true },
    { title: 'Share', cell: (fibre) => quantity(fibre.share * 100, '%'), numeric: true },
  ]
  return (
    <Panel title="Fibres, most loaded first">
      <div className="tall">
        <Table
          caption="Load of the fibres"
          columns={columns}
          rows={[...fibres].sort((a, b) => b.used - a.used)}
          rowKey={(fibre) => fibre.key}
        />
      </div>
    </Panel>
  )
}
