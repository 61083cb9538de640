import { useClock } from './clock'

const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone)
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    formats.set(zone, made)
  }
  return made
}

/** By how much a zone's clocks are ahead of UTC at a time. */
export function offsetMs(at: number, zone: string): number {
  const minute = Math.floor(at / MINUTE) * MINUTE
  const parts = Object.fromEntries(
    format(zone)
      .formatToParts(minute)
      .map((part) => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minutes) - minute
}

/** What a zone's clocks show, as a control of the type `datetime-local` takes it: 2026-11-21T22:30. */
export function toLocal(at: number, zone: string): string {
  return new Date(at + offsetMs(at, zone)).toISOString().slice(0, 16)
}

/** When a zone's clocks show this; the instant after the gap where clocks are put forward. Null for no time at all. */
export function fromLocal(text: string, zone: string): number | null {
  const local = Date.parse(`${text}Z`)
  if (Number.isNaN(local)) return null
  const guess = local - offsetMs(local, zone)
  return local - offsetMs(guess, zone)
}

/** The zone in which times of a vessel are shown now: its own, or UTC, by the switch in the top bar. */
export function useZone(zone: string | undefined): string {
  const { utc } = useClock()
  return utc || !zone ? 'UTC' : zone
}
