import type { Channel, LatestReading } from './queries'

type Reading = LatestReading['reading']

/** The data of an event of a vessel's stream: one accepted batch. */
export interface Batch {
  vessel: string
  channels: { channel: Channel; readings: Reading[] }[]
}

/** After this time without news a reading says nothing of now: a whole window has gone by. */
export const STALE_MS = 15 * 60_000

/** The newest reading of each channel after a batch; one that brings only what is older changes nothing. */
export function withBatch(latest: LatestReading[], batch: Batch): LatestReading[] {
  const known = new Map(latest.map((item) => [item.channel.id, item]))
  for (const { channel, readings } of batch.channels) {
    for (const reading of readings) {
      const before = known.get(channel.id)
      if (before && Date.parse(before.reading.time) > Date.parse(reading.time)) continue
      known.set(channel.id, { channel, reading })
    }
  }
  return [...known.values()]
}

export function stale(reading: Reading, now: number): boolean {
  return now - Date.parse(reading.time) > STALE_MS
}

/** How long ago something was, in the largest unit that fits: "12 s", "5 min", "3 h", "2 d". */
export function age(at: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000))
  if (seconds < 120) return `${seconds} s`
  if (seconds < 120 * 60) return `${Math.floor(seconds / 60)} min`
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 86_400)} d`
}
