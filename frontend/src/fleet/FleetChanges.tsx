import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useEventStream } from '../api/stream'
import { ConnectionLost } from '../ui/ConnectionLost'
import { useOnline } from '../ui/online'

const TYPES = ['vessel', 'equipment', 'schedule', 'reset'] as const
const POLL_MS = 15_000

/**
 * Listens to the fleet on every page: what others change appears without reload. When that is not possible, it says so and
 * asks now and then.
 */
export function FleetChanges() {
  const online = useOnline()
  const queries = useQueryClient()
  const state = useEventStream('/api/v1/fleet/stream', TYPES, () => {
    void queries.invalidateQueries({ queryKey: ['fleet'] })
  })
  useEffect(() => {
    if (state !== 'lost') return
    const timer = window.setInterval(() => void queries.invalidateQueries({ queryKey: ['fleet'] }), POLL_MS)
    return () => {
      window.clearInterval(timer)
      void queries.invalidateQueries({ queryKey: ['fleet'] })
    }
  }, [state, queries])
  return state === 'lost' || !online ? <ConnectionLost online={online} /> : null
}
