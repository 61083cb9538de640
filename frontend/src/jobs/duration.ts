const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A length of time for a person: "0.4 s", "3 min 5 s", "2 h 10 min"; a dash where an end is not known. */
export function elapsedText(from: string | null | undefined, to: string | number | null | undefined): string {
  if (!from || !to) return '–'
  const ms = Math.max(0, new Date(to).getTime() - new Date(from).getTime())
  if (ms < 10 * SECOND) return `${(ms / SECOND).toFixed(1)} s`
  // Rounded first, so that 59.6 s are a minute and never 60 s.
  const whole = Math.round(ms / SECOND) * SECOND
  if (whole < MINUTE) return `${whole / SECOND} s`
  if (whole < HOUR) return both(Math.floor(whole / MINUTE), 'min', (whole % MINUTE) / SECOND, 's')
  const minutes = Math.round(ms / MINUTE)
  return both(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function both(great: number, greatUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${great} ${greatUnit}` : `${great} ${greatUnit} ${small} ${smallUnit}`
}
