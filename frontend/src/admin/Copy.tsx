import { useState } from 'react'

/** Puts a text into the clipboard and says so. */
export function Copy({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'' | 'Copied' | 'Select it and copy by hand'>('')
  const copy = () => {
    // Browsers have a clipboard only over TLS or on this machine.
    const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error())
    written.then(
      () => setState('Copied'),
      () => setState('Select it and copy by hand'),
    )
  }
  return (
    <>
      <button type="button" className="button" onClick={copy} aria-label={`Copy ${what}`}>
        Copy
      </button>
      <span role="status">{state}</span>
    </>
  )
}
