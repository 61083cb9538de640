import { useNow } from '../ui/now'
import { durationText } from '../ui/duration'
import { useState } from 'react'

const LONG_S = 3

/** What is still on its way, and after some seconds that the source is slow, not this page. */
export function Waiting({ what }: { what: string }) {
  const now = useNow()
  const [since] = useState(now)
  const seconds = (now - since) / 1000
  return (
    <p className="galley-waiting">
      <span className="spinner" aria-hidden="true" />
      <span role="status">
        {seconds < LONG_S ? `Asking for ${what}…` : `The menus’ source is slow; still asking for ${what}…`}
      </span>
      {seconds >= LONG_S && <span className="hint">{durationText(seconds)}</span>}
    </p>
  )
}
