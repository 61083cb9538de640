import { useEffect, useState } from 'react'

/** The time in milliseconds, brought up to date while the page is seen. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) setNow(Date.now())
    }, everyMs)
    return () => window.clearInterval(timer)
  }, [everyMs])
  return now
}
