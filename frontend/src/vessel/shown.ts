import { stale } from './live'
import type { LatestReading } from './queries'

/** What the instruments show; absent where nothing reports it, or nothing fresh. */
export interface Shown {
  /** In kW: what all fresh meters of power say together. */
  power?: number
  /** In kn. */
  speed?: number
  /** In degrees, 0 to 360. */
  heading?: number
}

const KW: Record<string, number> = { kW: 1, MW: 1000, W: 0.001 }
const KNOTS: Record<string, number> = { kn: 1, knot: 1, knots: 1, 'm/s': 3600 / 1852, 'km/h': 1 / 1.852 }
const DEGREES: Record<string, number> = { deg: 1, '°': 1, degree: 1, degrees: 1, rad: 180 / Math.PI }

/* As ISO 19848's LocalIDs name them, and as Signal K does. */
const SPEED = /qty-speed(\.over\.ground|\.through\.water)?(\/|$)|^navigation\.speed(OverGround|ThroughWater)$/
const HEADING = /qty-heading(\.true|\.magnetic)?(\/|$)|^navigation\.heading(True|Magnetic)$/

function first(readings: LatestReading[], name: RegExp, units: Record<string, number>): number | undefined {
  for (const { channel, reading } of readings) {
    const factor = units[channel.unit]
    if (name.test(channel.name) && factor !== undefined && reading.value !== undefined) return reading.value * factor
  }
  return undefined
}

/** Finds, among the newest readings, what an instrument tells better than a number does. */
export function shown(readings: LatestReading[], now: number): Shown {
  const fresh = readings.filter((item) => !stale(item.reading, now))
  const powers = fresh.flatMap(({ channel, reading }) => {
    const factor = KW[channel.unit]
    return channel.quantity === 'power' && factor !== undefined && reading.value !== undefined
      ? [reading.value * factor]
      : []
  })
  const speed = first(fresh, SPEED, KNOTS)
  const heading = first(fresh, HEADING, DEGREES)
  return {
    ...(powers.length > 0 ? { power: powers.reduce((sum, power) => sum + power, 0) } : {}),
    ...(speed === undefined ? {} : { speed }),
    ...(heading === undefined ? {} : { heading: ((heading % 360) + 360) % 360 }),
  }
}

/** The end of a scale that holds a value and does not change with every reading: 1, 2 or 5 times a power of ten. */
export function scaleEnd(value: number, least: number): number {
  const wanted = Math.max(value, least)
  const ten = 10 ** Math.floor(Math.log10(wanted))
  return [1, 2, 5, 10].map((step) => step * ten).find((end) => end >= wanted) ?? 10 * ten
}
