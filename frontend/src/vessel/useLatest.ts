import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEventStream } from '../api/stream'
import { type Batch, withBatch } from './live'
import { latestKey, latestQuery, type LatestReading } from './queries'

const TYPES = ['readings', 'reset'] as const
const POLL_MS = 10_000

/** The newest reading of each of a vessel's channels, kept live by its stream; asked for again while that is lost. */
export function useLatest(vessel: string) {
  const queries = useQueryClient()
  const stream = useEventStream(`/api/v1/sensors/${encodeURIComponent(vessel)}/stream`, TYPES, (event) => {
    if (event.type === 'reset') {
      void queries.invalidateQueries({ queryKey: ['telemetry', vessel] })
      return
    }
    queries.setQueryData<LatestReading[]>(latestKey(vessel), (known) =>
      known ? withBatch(known, event.data as Batch) : known,
    )
  })
  const latest = useQuery({
    ...latestQuery(vessel),
    refetchInterval: stream === 'lost' ? POLL_MS : false,
    staleTime: 0,
  })
  return { latest, stream }
}
