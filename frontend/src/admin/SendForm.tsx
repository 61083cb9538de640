import type { ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { ErrorNotice } from '../ui/ErrorNotice'

interface Props {
  children: ReactNode
  /** What the button says: "Add". */
  action: string
  working: boolean
  problem: Problem | null
  /** The pointers of the fields that show their own errors. */
  fields: string[]
  onSend: () => void
}

/** A form: its fields, what is wrong apart from them, and its button. The services check; the browser does not. */
export function SendForm({ children, action, working, problem, fields, onSend }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!working) onSend()
      }}
    >
      {children}
      <ErrorNotice problem={problem} shown={fields} />
      <p className="actions admin-send">
        <button type="submit" className="button button-primary" disabled={working}>
          {working ? 'Sending…' : action}
        </button>
      </p>
    </form>
  )
}
