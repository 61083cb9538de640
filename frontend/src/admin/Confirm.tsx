import type { ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { Dialog } from '../ui/Dialog'
import { ErrorNotice } from '../ui/ErrorNotice'

interface Props {
  title: string
  /** What it brings about, for who hesitates. */
  children: ReactNode
  /** What the button says: "Revoke". */
  action: string
  working: boolean
  problem: Problem | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, children, action, working, problem, onConfirm, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <ErrorNotice problem={problem} />
      <p className="actions admin-send">
        <button type="button" className="button button-primary" disabled={working} onClick={onConfirm}>
          {working ? 'Working…' : action}
        </button>
      </p>
    </Dialog>
  )
}
