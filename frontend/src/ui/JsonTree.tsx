import { useState } from 'react'

const SHOWN = 50
const OPEN_ITEMS = 6

/** Any JSON, to look through: what is inside opens by a click or by Enter, and long lists come in parts. */
export function JsonTree({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const [shown, setShown] = useState(SHOWN)
  if (typeof value !== 'object' || value === null) return <code className="json-value">{JSON.stringify(value)}</code>
  const entries = Object.entries(value)
  if (entries.length === 0) return <code className="json-value">{Array.isArray(value) ? '[]' : '{}'}</code>
  return (
    <ul className="plain json-tree">
      {entries.slice(0, shown).map(([name, inner]) => (
        <li key={name}>
          <Entry name={Array.isArray(value) ? `${Number(name) + 1}` : name} value={inner} depth={depth} />
        </li>
      ))}
      {entries.length > shown && (
        <li>
          <button type="button" className="button" onClick={() => setShown(shown + 10 * SHOWN)}>
            {entries.length - shown} more
          </button>
        </li>
      )}
    </ul>
  )
}

function Entry({ name, value, depth }: { name: string; value: unknown; depth: number }) {
  const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 0
  const [open, setOpen] = useState(depth < 1 && size <= OPEN_ITEMS)
  if (size === 0) {
    return (
      <>
        <span className="json-name">{name}</span> <JsonTree value={value} />
      </>
    )
  }
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="json-name">{name}</span>{' '}
        <span className="hint">
          {size} {Array.isArray(value) ? (size === 1 ? 'item' : 'items') : size === 1 ? 'field' : 'fields'}
        </span>
      </summary>
      {open && <JsonTree value={value} depth={depth + 1} />}
    </details>
  )
}
