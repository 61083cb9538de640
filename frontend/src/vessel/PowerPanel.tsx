import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Chart } from '../chart/Chart'
import type { Vessel } from '../fleet/queries'
import { Empty } from '../ui/Empty'
import { quantity } from '../ui/numbers'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import type { Column } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { useZone } from '../ui/zone'
import { bars, covered, type Range, rangeUntil, type Span, SPANS, standing, total } from './power'
import { powerOption } from './powerOption'
import { type PowerWindow, powerQuery } from './queries'
import { RangeForm } from './RangeForm'
import { useNow } from '../ui/useNow'

const TICK_MS = 10_000

/** The vessel's power by windows; the open one grows, and the chart moves on when it closes. */
export function PowerPanel({ vessel }: { vessel: Vessel }) {
  const zone = useZone(vessel.timeZone)
  const now = useNow(TICK_MS)
  const [span, setSpan] = useState<Span | 'own'>('24 h')
  const [own, setOwn] = useState<Range | null>(null)
  const range = span === 'own' && own ? own : rangeUntil(now, span === 'own' ? '24 h' : span)
  return (
    <Panel
      title="Power"
      actions={
        <>
          {(Object.keys(SPANS) as Span[]).map((choice) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={span === choice}
              onClick={() => setSpan(choice)}
            >
              {choice}
            </button>
          ))}
          <button type="button" className="button" aria-pressed={span === 'own'} onClick={() => setSpan('own')}>
            From … to
          </button>
        </>
      }
    >
      {span === 'own' && <RangeForm zone={zone} range={range} onChange={setOwn} />}
      <Windows vessel={vessel} range={range} zone={zone} now={now} />
    </Panel>
  )
}

const NAMES = { PT15M: '15 minutes', PT1H: 'hours', P1D: 'days', P1M: 'months' }

function Windows({ vessel, range, zone, now }: { vessel: Vessel; range: Range; zone: string; now: number }) {
  const power = useQuery({
    ...powerQuery(vessel.code, range, zone),
    placeholderData: keepPreviousData,
    refetchInterval: range.end > now ? TICK_MS : false,
  })
  return (
    <QueryView query={power} what="the power">
      {({ windows, available }) =>
        windows.length === 0 ? (
          <Empty>
            {available ? (
              <>
                No power was reported in this time. There is data from{' '}
                <Time at={available.start} zone={vessel.timeZone} /> to{' '}
                <Time at={available.end} zone={vessel.timeZone} />: choose other times above.
              </>
            ) : (
              `${vessel.code} has never reported power or energy. It appears here by itself as soon as a meter does.`
            )}
          </Empty>
        ) : (
          <Drawn vessel={vessel} windows={windows} range={range} zone={zone} now={now} />
        )
      }
    </QueryView>
  )
}

interface Props {
  vessel: Vessel
  windows: PowerWindow[]
  range: Range
  zone: string
  now: number
}

function Drawn({ vessel, windows, range, zone, now }: Props) {
  const { start, end, interval } = range
  const option = useMemo(() => {
    const shown = { start, end, interval }
    return powerOption(bars(windows, shown, now), shown, zone)
  }, [windows, start, end, interval, zone, now])
  const columns: Column<PowerWindow>[] = [
    { title: 'Until', cell: (window) => <Time at={window.end} zone={vessel.timeZone} /> },
    { title: 'Mean', cell: (window) => (window.count === 0 ? '–' : quantity(window.meanKW, 'kW')), numeric: true },
    { title: 'Least', cell: (window) => quantity(window.minKW, 'kW'), numeric: true },
    { title: 'Greatest', cell: (window) => quantity(window.maxKW, 'kW'), numeric: true },
    { title: 'Energy', cell: (window) => (window.count === 0 ? '–' : quantity(window.kWh, 'kWh')), numeric: true },
    { title: 'Covered', cell: (window) => quantity(covered(window), '%'), numeric: true },
    { title: 'Readings', cell: (window) => window.count, numeric: true },
    { title: 'State', cell: (window) => <State window={window} now={now} /> },
    { title: 'Revision', cell: (window) => window.revision, numeric: true },
  ]
  return (
    <div className="scrolled">
      <Chart
        label={`Power of ${vessel.code} in kW by ${NAMES[interval]}, each named by its end, ${zone}. ${quantity(total(windows), 'kWh')} in all`}
        option={option}
        columns={columns}
        rows={windows.toReversed()}
        rowKey={(window) => window.start}
      />
      <ul className="plain key" aria-label="Key">
        <li className="key-whole">whole</li>
        <li className="key-partial">partly covered</li>
        <li className="key-open">open now</li>
        <li className="key-range">least to greatest</li>
        <li className="key-revised">revised after its end, or odd</li>
        <li className="key-gap">no data</li>
      </ul>
    </div>
  )
}

function State({ window, now }: { window: PowerWindow; now: number }) {
  const how = standing(window, now)
  return (
    <>
      {how !== 'whole' && <Tag tone={how === 'open' ? 'running' : 'caution'}>{how === 'gap' ? 'no data' : how}</Tag>}{' '}
      {[window.state, ...window.flags].join(', ')}
    </>
  )
}
