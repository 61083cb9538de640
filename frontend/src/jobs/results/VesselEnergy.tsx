import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Chart } from '../../chart/Chart'
import { Empty } from '../../ui/Empty'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { type Column, Table } from '../../ui/Table'
import { Time } from '../../ui/Time'
import { type Energy, powerOption } from './energy'
import { type Measured, measuredQuery } from './power'

const WINDOWS: Column<Measured>[] = [
  { title: 'From', cell: (window) => <Time at={window.start} /> },
  { title: 'To', cell: (window) => <Time at={window.end} /> },
  { title: 'Mean power', cell: (window) => quantity(window.meanKW, 'kW'), numeric: true },
]

const GAPS: Column<Energy['gaps'][number]>[] = [
  { title: 'From', cell: (gap) => <Time at={gap.start} /> },
  { title: 'To', cell: (gap) => <Time at={gap.end} /> },
]

/** A vessel's power in the period of its report, as telemetry knows it now, and where readings are missing. */
export function VesselEnergy({ report }: { report: Energy }) {
  const windows = useQuery(measuredQuery(report.vessel ?? '', report.start, report.end))
  return (
    <>
      <Panel title="Power in the period">
        <QueryView query={windows} what="the power">
          {(known) =>
            known.some((window) => window.meanKW !== null) ? (
              <Power windows={known} report={report} />
            ) : (
              <Empty>{report.vessel} reported no power in this period.</Empty>
            )
          }
        </QueryView>
      </Panel>
      {report.gaps.length > 0 && (
        <Panel title="Gaps">
          <div className="tall">
            <Table caption="Stretches without readings" columns={GAPS} rows={report.gaps} rowKey={(gap) => gap.start} />
          </div>
          {report.moreGaps > 0 && <p className="hint">And {report.moreGaps} shorter ones.</p>}
        </Panel>
      )}
    </>
  )
}

function Power({ windows, report }: { windows: Measured[]; report: Energy }) {
  const option = useMemo(() => powerOption(windows, report.gaps, report.start, report.end), [windows, report])
  return (
    <Chart
      label={`Power of ${report.vessel} in kW, times in UTC`}
      option={option}
      columns={WINDOWS}
      rows={windows}
      rowKey={(window) => window.start}
    />
  )
}
