import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useEventStream } from '../api/stream'

const TYPES = ['vessel', 'equipment', 'schedule', 'reset'] as const
const POLL_MS = 15_000

/** Listens to the fleet on every page: what others change appears without reload. Falls back to asking. */
export function FleetChanges() {
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
  return null
}
