import type { ReactNode } from 'react'

/** Why there is nothing to see, and what to do about it. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>
}
