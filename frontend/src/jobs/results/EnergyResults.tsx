import { useMemo } from 'react'
import { Link } from 'react-router'
import { Chart } from '../../chart/Chart'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import { Time } from '../../ui/Time'
import { type Energy, type EnergyOutputs, fleetOption } from './energy'
import type { Outputs } from './fetched'
import { VesselEnergy } from './VesselEnergy'

const VESSELS: Column<Energy>[] = [
  { title: 'Vessel', cell: (one) => (one.vessel ? <Link to={`/vessels/${one.vessel}`}>{one.vessel}</Link> : 'Fleet') },
  { title: 'Energy', cell: (one) => quantity(one.kWh, 'kWh'), numeric: true },
  { title: 'Mean power', cell: (one) => quantity(one.meanKW, 'kW'), numeric: true },
  { title: 'Peak power', cell: (one) => quantity(one.peakKW, 'kW'), numeric: true },
  { title: 'Peak at', cell: (one) => <Time at={one.peakWindow} /> },
  { title: 'Coverage', cell: (one) => quantity(one.coverage * 100, '%'), numeric: true },
  { title: 'Fuel', cell: (one) => quantity(one.fuelTonnes, 't'), numeric: true },
  { title: 'CO2', cell: (one) => quantity(one.co2Tonnes, 't'), numeric: true },
]

/** Energy, fuel and CO2 of a vessel or of the fleet, and how much of the period the readings speak for. */
export function EnergyResults({ outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const report = outputs as unknown as EnergyOutputs
  const option = useMemo(() => fleetOption(report.vessels), [report])
  const rows = report.vessel === null ? [...report.vessels, report] : report.vessels
  return (
    <>
      <Panel title={`Energy of ${report.vessel ?? 'the fleet'}`}>
        <div className="figures">
          <Figure name="Energy" value={quantity(report.kWh, 'kWh')} />
          <Figure name="Mean power" value={quantity(report.meanKW, 'kW')} />
          <Figure name="Peak power" value={quantity(report.peakKW, 'kW')} />
          <Figure name="Fuel" value={quantity(report.fuelTonnes, 't')} />
          <Figure name="CO2" value={quantity(report.co2Tonnes, 't')} />
          <Figure name="Coverage" value={quantity(report.coverage * 100, '%')} />
        </div>
        <p className="hint">
          <Time at={report.start} /> to <Time at={report.end} />. Fuel and CO2 from{' '}
          {quantity(report.basis.specificConsumptionGPerKWh, 'g/kWh')} of {report.basis.fuel}
          {report.basis.assumed && ', which is assumed, not given'}.
          {report.coverage < 1 && ' What was not reported counts 0.'}
        </p>
      </Panel>
      {report.vessel === null ? (
        <Panel title="Energy by vessel">
          <Chart
            label="Energy of each vessel in kWh"
            option={option}
            columns={VESSELS}
            rows={report.vessels}
            rowKey={(one) => one.vessel ?? ''}
            height={Math.max(200, 80 + 36 * report.vessels.length)}
          />
        </Panel>
      ) : (
        <VesselEnergy report={report} />
      )}
      <Panel title="Vessels">
        <Table caption="The same by vessel" columns={VESSELS} rows={rows} rowKey={(one) => one.vessel ?? 'fleet'} />
      </Panel>
    </>
  )
}

export function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="figure">
      <span className="figure-value">{value}</span>
      <span className="hint">{name}</span>
    </div>
  )
}
