/** A time as `datetime-local` takes it, read as UTC: `2026-01-31T06:00:00Z` is `2026-01-31T06:00`. */
export function localOf(time: unknown): string {
  if (typeof time !== 'string' || time === '') return ''
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) return ''
  const text = at.toISOString()
  return text.endsWith(':00.000Z') ? text.slice(0, 16) : text.slice(0, 19)
}

/** What was entered, as UTC in RFC 3339; undefined for nothing. */
export function timeOf(local: string): string | undefined {
  if (local === '') return undefined
  return `${local.length === 16 ? `${local}:00` : local.slice(0, 19)}Z`
}
