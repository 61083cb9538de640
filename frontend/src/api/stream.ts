import { EventSource } from 'eventsource'
import { useEffect, useEffectEvent, useState } from 'react'
import { accessToken } from '../auth/tokens'

/** An event of a stream; `data` as the OpenAPI document of its path says. */
export interface StreamEvent {
  type: string
  id: string
  data: unknown
}

/** `lost` when it could not be opened again: whoever listens should poll meanwhile. */
export type StreamState = 'connecting' | 'open' | 'lost'

const RETRY_MS = 5_000

/**
 * Listens to server-sent events of the gateway for as long as the component is there. A connection that breaks is
 * opened again behind the last event seen, so nothing is missed; one that is refused is tried again with a fresh token.
 *
 * @param path where they are told, or null to listen to nothing
 * @param types the names of the events; they must not change. With `reset` among them, it is also told when the stream begins
 *     without anything to go on from: read again what is shown
 */
export function useEventStream(
  path: string | null,
  types: readonly string[],
  onEvent: (event: StreamEvent) => void,
): StreamState {
  const [state, setState] = useState<StreamState>('connecting')
  const tell = useEffectEvent(onEvent)
  const names = types.join(' ')

  useEffect(() => {
    if (path === null) return
    let source: EventSource | undefined
    let last = ''
    let again: number | undefined
    const resets = names.split(' ').includes('reset')

    const open = () => {
      source = new EventSource(new URL(path, window.location.origin), {
        fetch: async (url, init) => {
          const headers = new Headers(init.headers)
          const token = await accessToken()
          if (token) headers.set('Authorization', `Bearer ${token}`)
          if (last) headers.set('Last-Event-ID', last)
          return fetch(url, { ...init, headers })
        },
      })
      source.onopen = () => {
        setState('open')
        // It begins now: what happened before, and since what is shown was read, it will not tell.
        if (!last && resets) tell({ type: 'reset', id: '', data: null })
      }
      source.onerror = () => {
        setState('lost')
        if (source?.readyState !== EventSource.CLOSED) return
        again = window.setTimeout(open, RETRY_MS)
      }
      for (const name of names.split(' ')) {
        source.addEventListener(name, (event: MessageEvent<string>) => {
          last = event.lastEventId
          tell({ type: name, id: event.lastEventId, data: event.data ? JSON.parse(event.data) : null })
        })
      }
    }
    // A network that went away may leave a connection that looks open for ever.
    const reopen = () => {
      window.clearTimeout(again)
      source?.close()
      open()
    }
    open()
    window.addEventListener('online', reopen)
    return () => {
      window.removeEventListener('online', reopen)
      window.clearTimeout(again)
      source?.close()
    }
  }, [path, names])

  return path === null ? 'open' : state
}
