import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { type Notice, NoticesContext } from './context'
import { notifyDesktop } from './desktop'
import { JobWatch } from './JobWatch'
import { Toasts } from './Toasts'

const KEPT = 50

/** Keeps what a person is told, whatever page is shown. */
export function Notifications({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([])
  const [unread, setUnread] = useState(0)

  const tell = useCallback((notice: Omit<Notice, 'id' | 'at'> & { id?: string; at?: string }) => {
    const made = { id: notice.id ?? crypto.randomUUID(), at: notice.at ?? new Date().toISOString(), ...notice }
    setNotices((known) => (known.some((other) => other.id === made.id) ? known : [made, ...known].slice(0, KEPT)))
    setUnread((count) => count + 1)
    notifyDesktop(made)
  }, [])
  const read = useCallback(() => setUnread(0), [])
  const told = useMemo(() => ({ notices, unread, tell, read }), [notices, unread, tell, read])

  return (
    <NoticesContext value={told}>
      <JobWatch />
      {children}
      <Toasts />
    </NoticesContext>
  )
}
