import { useEffect, useState } from 'react'

const TYPED_MS = 350

/** A value once it has stopped changing, so that not each letter that is typed is asked for. */
export function useSettled<T>(value: T, afterMs = TYPED_MS): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), afterMs)
    return () => window.clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
