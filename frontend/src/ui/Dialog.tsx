import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

/** A question before which the rest waits; Escape closes it. Rendered only while it is open. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  // Closed before it leaves the page, so that the browser gives the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
      // What opened it may go at the same time, as a row that was deleted.
      window.setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('main')?.focus()
      })
    }
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => !dialog.current?.open && onClose()}>
      <header className="panel-header">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  )
}
