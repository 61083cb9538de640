import { offsetMs } from '../ui/zone'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]
const DAYS = [1, 2, 7, 14, 28, 56].map((days) => days * DAY)

/** Where an axis of time is marked: at round times of the zone's clocks, days at its midnight. */
export function zoneTicks(start: number, end: number, zone: string, most: number): number[] {
  const step = [...STEPS, ...DAYS].find((candidate) => (end - start) / candidate <= most) ?? 112 * DAY
  const ticks: number[] = []
  const first = Math.ceil((start + offsetMs(start, zone)) / step) * step
  for (let local = first; ; local += step) {
    // Found in two steps, for the offset is known by the instant, and the instant by the offset.
    const at = local - offsetMs(local - offsetMs(local, zone), zone)
    if (at > end) return ticks
    if (at >= start && at > (ticks.at(-1) ?? -Infinity)) ticks.push(at)
  }
}

/** A mark's name: the day where one begins, else the time of day. */
export function tickText(at: number, zone: string): string {
  const local = new Date(at + offsetMs(at, zone))
  if (local.getUTCHours() !== 0 || local.getUTCMinutes() !== 0) return local.toISOString().slice(11, 16)
  return local.toLocaleDateString('en-GB', { timeZone: 'UTC', day: '2-digit', month: 'short' })
}
