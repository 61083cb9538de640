import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { StreamState } from '../api/stream'
import type { Equipment, Vessel } from '../fleet/queries'
import { Empty } from '../ui/Empty'
import { Loading } from '../ui/Loading'
import { quantity } from '../ui/numbers'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { type Column, Table } from '../ui/Table'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { nameText, readableName } from './channelName'
import { age, stale } from './live'
import { equipmentQuery, type LatestReading } from './queries'
import { useLatest } from './useLatest'
import { useNow } from '../ui/useNow'

const Instruments = lazy(async () => ({ default: (await import('./Instruments')).Instruments }))

const TICK_MS = 1_000

const SAID: Record<StreamState, string> = {
  connecting: 'connecting…',
  open: 'live',
  lost: 'live data lost, asking every 10 s',
}

/** What the vessel's sensors say now. */
export function LivePanel({ vessel }: { vessel: Vessel }) {
  const { latest, stream } = useLatest(vessel.code)
  const equipment = useQuery(equipmentQuery(vessel.code))
  return (
    <Panel
      title="Live channels"
      actions={
        <span role="status">
          <Tag tone={stream === 'open' ? 'running' : stream === 'lost' ? 'caution' : 'neutral'}>{SAID[stream]}</Tag>
        </span>
      }
    >
      <QueryView query={latest} what="the newest readings">
        {(readings) =>
          readings.length === 0 ? (
            <Empty>
              {vessel.code} has reported nothing yet. Its readings appear here by themselves as soon as it sends some,
              for example to POST /api/v1/sensors/iso19848.
            </Empty>
          ) : (
            <Readings vessel={vessel} readings={readings} equipment={equipment.data ?? []} />
          )
        }
      </QueryView>
    </Panel>
  )
}

interface Props {
  vessel: Vessel
  readings: LatestReading[]
  equipment: Equipment[]
}

function Readings({ vessel, readings, equipment }: Props) {
  const now = useNow(TICK_MS)
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const rows = readings
    .map((item) => ({ ...item, named: readableName(item.channel, equipment) }))
    .filter((row) => `${nameText(row.named)} ${row.channel.name}`.toLowerCase().includes(wanted))

  const columns: Column<(typeof rows)[number]>[] = [
    { title: 'Channel', cell: (row) => <span title={row.channel.name}>{row.named.what}</span> },
    { title: 'Where', cell: (row) => row.named.where || '–' },
    {
      title: 'Value',
      cell: ({ reading, channel }) => reading.text ?? quantity(reading.value, channel.unit),
      numeric: true,
    },
    {
      title: 'Age',
      cell: (row) => (
        <>
          {age(row.reading.time, now)}
          {stale(row.reading, now) && (
            <>
              {' '}
              <Tag tone="caution">stale</Tag>
            </>
          )}
        </>
      ),
      numeric: true,
    },
    { title: 'Quality', cell: ({ reading }) => reading.quality ?? '–' },
    { title: 'Read at', cell: ({ reading }) => <Time at={reading.time} zone={vessel.timeZone} style="second" /> },
  ]
  return (
    <>
      <Suspense fallback={<Loading what="the instruments" />}>
        <Instruments readings={readings} now={now} />
      </Suspense>
      <div className="actions switch">
        <label className="compact">
          <span>Find a channel</span>
          <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <span className="hint">
          {rows.length} of {readings.length} channels; stale is what is older than 15 minutes
        </span>
      </div>
      {rows.length === 0 ? (
        <Empty>No channel has “{text}” in its name.</Empty>
      ) : (
        <div className="scrolled">
          <Table caption="Newest readings" columns={columns} rows={rows} rowKey={(row) => row.channel.id} />
        </div>
      )}
    </>
  )
}
