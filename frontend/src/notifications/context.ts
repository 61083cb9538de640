import { createContext, use } from 'react'

export type Severity = 'info' | 'success' | 'alarm'

/** Something a person is told of: shown for a while on top of the page, then kept in the list. */
export interface Notice {
  id: string
  severity: Severity
  title: string
  detail?: string
  /** The page that shows more. */
  to?: string
  at: string
}

interface Told {
  notices: Notice[]
  /** How many have come since the list was last opened. */
  unread: number
  tell: (notice: Omit<Notice, 'id' | 'at'> & { id?: string; at?: string }) => void
  read: () => void
}

export const NoticesContext = createContext<Told>({
  notices: [],
  unread: 0,
  tell: () => undefined,
  read: () => undefined,
})

export function useNotices(): Told {
  return use(NoticesContext)
}
