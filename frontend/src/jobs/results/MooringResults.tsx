import { useMemo, useState } from 'react'
import { Chart } from '../../chart/Chart'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import type { Outputs } from './fetched'
import {
  type CurveRow,
  curveRows,
  curvesOption,
  type LineFound,
  type MooringInputs,
  type MooringOutputs,
  planLines,
  QUANTITIES,
  type Quantity,
} from './mooring'
import { MooringPlan } from './MooringPlan'

const LINES: Column<LineFound>[] = [
  { title: 'Line', cell: (line) => `${line.line}${line.slack ? ' (slack)' : ''}` },
  { title: 'Tension at fairlead', cell: (line) => quantity(line.fairleadTensionKN, 'kN'), numeric: true },
  { title: 'Horizontal', cell: (line) => quantity(line.horizontalTensionKN, 'kN'), numeric: true },
  { title: 'Declination', cell: (line) => quantity(line.declinationDeg, '°'), numeric: true },
  { title: 'Safety factor', cell: (line) => quantity(line.safetyFactor), numeric: true },
  { title: 'Weakest segment', cell: (line) => line.weakestSegment, numeric: true },
  { title: 'Layback', cell: (line) => quantity(line.laybackM, 'm'), numeric: true },
  { title: 'Resting', cell: (line) => quantity(line.restingLengthM, 'm'), numeric: true },
  { title: 'Tension at anchor', cell: (line) => quantity(line.anchorTensionKN, 'kN'), numeric: true },
  { title: 'Uplift at anchor', cell: (line) => quantity(line.anchorUpliftKN, 'kN'), numeric: true },
]

const CURVES: Column<CurveRow>[] = [
  { title: 'Heading', cell: (row) => `${row.headingDeg}°` },
  { title: 'Offset', cell: (row) => quantity(row.offsetM, 'm'), numeric: true },
  { title: 'Restoring force', cell: (row) => quantity(row.restoringForceKN, 'kN'), numeric: true },
  { title: 'Across', cell: (row) => quantity(row.transverseForceKN, 'kN'), numeric: true },
  { title: 'Yaw moment', cell: (row) => quantity(row.yawMomentKNM, 'kN·m'), numeric: true },
  {
    title: 'Highest tension',
    cell: (row) => `${quantity(row.maxTensionKN, 'kN')} (line ${row.maxTensionLine})`,
    numeric: true,
  },
  {
    title: 'Safety factor',
    cell: (row) => `${quantity(row.minSafetyFactor)} (line ${row.minSafetyFactorLine})`,
    numeric: true,
  },
  { title: 'Uplift', cell: (row) => quantity(row.maxAnchorUpliftKN, 'kN'), numeric: true },
]

/** The layout of a mooring, its lines, and how it holds the unit back. */
export function MooringResults({ inputs, outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const found = outputs as unknown as MooringOutputs
  const lines = useMemo(() => planLines(inputs as unknown as MooringInputs, found), [inputs, found])
  const [shown, setShown] = useState<Quantity>('restoringForceKN')
  const option = useMemo(() => curvesOption(found, shown), [found, shown])
  const rows = useMemo(() => curveRows(found), [found])
  const { xKN, yKN, verticalKN, yawMomentKNM } = found.balance
  return (
    <>
      <div className="columns">
        <Panel title="Layout">
          <MooringPlan lines={lines} />
        </Panel>
        <Panel
          title="Offset curves"
          actions={
            <label className="compact">
              <span>Shows</span>
              <select value={shown} onChange={(event) => setShown(event.target.value as Quantity)}>
                {Object.entries(QUANTITIES).map(([name, title]) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          }
        >
          <Chart
            label={`${QUANTITIES[shown]} against the offset in m, for each heading`}
            option={option}
            columns={CURVES}
            rows={rows}
            rowKey={(row) => `${row.headingDeg} ${row.offsetM}`}
            height={440}
          />
        </Panel>
      </div>
      <Panel title="Lines without offset">
        <Table
          caption="Tensions and lengths of the lines"
          columns={LINES}
          rows={found.lines}
          rowKey={(line) => line.line}
        />
        <p className="hint balance">
          Together they pull {quantity(xKN, 'kN')} in x and {quantity(yKN, 'kN')} in y, hang{' '}
          {quantity(verticalKN, 'kN')} on the unit, and turn it with {quantity(yawMomentKNM, 'kN·m')} from x towards y.
        </p>
      </Panel>
    </>
  )
}
