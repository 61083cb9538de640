import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { download } from '../api/download'
import { asProblem } from '../api/problem'
import { Chart } from '../chart/Chart'
import type { Vessel } from '../fleet/queries'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { quantity } from '../ui/numbers'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import type { Column } from '../ui/Table'
import { useNow } from '../ui/useNow'
import { useZone } from '../ui/zone'
import { type Line, lineOf, type Range, rangeUntil, type Span, SPANS, summary } from './channelLines'
import { nameText, readableName } from './channelName'
import { channelOption } from './channelOption'
import { ChannelPicker, type Pickable } from './ChannelPicker'
import { channelsQuery, equipmentQuery, requests, windowsQuery } from './queries'

const TICK_MS = 15_000
/** How many lines are drawn before anybody chose. */
const AT_FIRST = 3

/** What the vessel's channels said over time. */
export function ChannelsPanel({ vessel }: { vessel: Vessel }) {
  const channels = useQuery(channelsQuery(vessel.code))
  const equipment = useQuery(equipmentQuery(vessel.code))
  const [span, setSpan] = useState<Span>('24 h')
  return (
    <Panel
      title="Channels over time"
      actions={(Object.keys(SPANS) as Span[]).map((choice) => (
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
    >
      <QueryView query={channels} what="the channels">
        {(all) =>
          all.length === 0 ? (
            <Empty>{vessel.code} has no channel yet. They come with its first readings.</Empty>
          ) : (
            <Chosen
              vessel={vessel}
              span={span}
              channels={all.map((channel) => ({
                channel,
                name: nameText(readableName(channel, equipment.data ?? [])),
              }))}
            />
          )
        }
      </QueryView>
    </Panel>
  )
}

function Chosen({ vessel, span, channels }: { vessel: Vessel; span: Span; channels: Pickable[] }) {
  const now = useNow(TICK_MS)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        channels
          .toSorted(powerFirst)
          .slice(0, AT_FIRST)
          .map(({ channel }) => channel.id),
      ),
  )
  const picked = channels.filter(({ channel }) => chosen.has(channel.id))
  const range = rangeUntil(now, span)
  return (
    <>
      <div className="actions">
        <ChannelPicker channels={channels} chosen={chosen} onChange={setChosen} />
        {picked.length > 0 && <Download vessel={vessel} names={namesOf(picked)} range={range} />}
      </div>
      {picked.length === 0 ? (
        <Empty>Choose some channels above.</Empty>
      ) : (
        <Lines vessel={vessel} picked={picked} range={range} interval={SPANS[span].interval} />
      )}
    </>
  )
}

/** What most people look at comes first, and shares a unit. */
function powerFirst(a: Pickable, b: Pickable): number {
  return Number(b.channel.quantity === 'power') - Number(a.channel.quantity === 'power')
}

function namesOf(picked: Pickable[]): string[] {
  return [...new Set(picked.map(({ channel }) => channel.name))]
}

interface LinesProps {
  vessel: Vessel
  picked: Pickable[]
  range: Range
  interval: string
}

function Lines({ vessel, picked, range: { start, end }, interval }: LinesProps) {
  const zone = useZone(vessel.timeZone)
  const windows = useQuery({
    ...windowsQuery(vessel.code, namesOf(picked), start, end, interval),
    placeholderData: keepPreviousData,
    refetchInterval: TICK_MS,
  })
  const data = windows.data
  const ids = picked.map(({ channel }) => channel.id).join(' ')
  const names = picked.map(({ name }) => name).join('\n')
  const lines = useMemo(() => {
    const byId = new Map(data?.map((item) => [item.channel.id, item]))
    const named = names.split('\n')
    return ids.split(' ').map((id, i): Line => {
      const found = byId.get(id)
      return { id, name: named[i] ?? id, unit: found?.channel.unit ?? '', points: found ? lineOf(found.windows) : [] }
    })
  }, [data, ids, names])
  const drawn = useMemo(() => lines.filter((line) => line.points.length > 0), [lines])
  const option = useMemo(() => channelOption(drawn, { start, end }, zone), [drawn, start, end, zone])
  return (
    <QueryView query={windows} what="the channels’ data">
      {() =>
        drawn.length === 0 ? (
          <Empty>None of these channels has numbers in this time. Choose a longer one, or other channels.</Empty>
        ) : (
          <Chart
            label={`Channels of ${vessel.code}, means of ${drawn.length} channels, ${zone}`}
            option={option}
            columns={COLUMNS}
            rows={lines}
            rowKey={(line) => line.id}
            height={420}
          />
        )
      }
    </QueryView>
  )
}

const number = (title: string, part: keyof NonNullable<ReturnType<typeof summary>>): Column<Line> => ({
  title,
  cell: (line) => quantity(summary(line)?.[part], line.unit),
  numeric: true,
})

const COLUMNS: Column<Line>[] = [
  { title: 'Channel', cell: (line) => line.name },
  number('Least', 'least'),
  number('Mean', 'mean'),
  number('Greatest', 'greatest'),
  number('Last', 'last'),
  { title: 'Points', cell: (line) => line.points.length, numeric: true },
]

/** All readings of the chosen channels as CSV; in several files where the names are too long for one request. */
function Download({ vessel, names, range }: { vessel: Vessel; names: string[]; range: Range }) {
  const fetched = useMutation({
    mutationFn: async () => {
      const groups = requests(names)
      for (const [i, group] of groups.entries()) {
        const query = new URLSearchParams({
          vessel: vessel.code,
          start: new Date(range.start).toISOString(),
          end: new Date(range.end).toISOString(),
          format: 'csv',
        })
        for (const name of group) query.append('channel', name)
        const part = groups.length > 1 ? `-${i + 1}` : ''
        await download(`/api/v1/sensors/readings?${query}`, `${vessel.code}-readings${part}.csv`)
      }
    },
  })
  return (
    <>
      <button type="button" className="button" disabled={fetched.isPending} onClick={() => fetched.mutate()}>
        {fetched.isPending ? 'Fetching…' : 'Readings as CSV'}
      </button>
      {fetched.error && <ErrorNotice problem={asProblem(fetched.error)} />}
    </>
  )
}
