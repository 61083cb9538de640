import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { type Notice, useNotices } from './context'

const SHOWN_MS = 12_000

/** The newest notices for a while; a screen reader says them when they come. */
export function Toasts() {
  const { notices } = useNotices()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const leave = (id: string) => setGone((known) => new Set([...known, id]))
  const shown = notices.filter((notice) => !gone.has(notice.id)).slice(0, 3)
  return (
    <div className="toasts" role="log" aria-live="polite" aria-label="News">
      {shown.map((notice) => (
        <Toast key={notice.id} notice={notice} onGone={() => leave(notice.id)} />
      ))}
    </div>
  )
}

function Toast({ notice, onGone }: { notice: Notice; onGone: () => void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = window.setTimeout(onGone, SHOWN_MS)
    return () => window.clearTimeout(timer)
  })
  return (
    <div
      className={`toast toast-${notice.severity}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div>
        <strong>{notice.title}</strong>
        {notice.detail && <p>{notice.detail}</p>}
        {notice.to && (
          <p>
            <Link to={notice.to}>Show</Link>
          </p>
        )}
      </div>
      <button type="button" className="button" onClick={onGone} aria-label={`Close: ${notice.title}`}>
        ×
      </button>
    </div>
  )
}
