import { describe, expect, it } from 'vitest'
import { scaleEnd, shown } from './shown'
import type { LatestReading } from './queries'

const NOW = Date.parse('2026-11-21T10:00:00Z')

function reading(name: string, unit: string, value: number, time = '2026-11-21T09:59:50Z'): LatestReading {
  const quantity = name.includes('power') ? 'power' : 'other'
  return { channel: { id: name, name, labels: {}, quantity, unit }, reading: { time, value } }
}

describe('shown', () => {
  it('should add up the power of all meters when their units differ', () => {
    expect(shown([reading('qty-power', 'kW', 500), reading('power', 'MW', 1.5)], NOW).power).toBe(2000)
  })
  it('should leave out a meter when its reading is stale', () => {
    const old = reading('power', 'kW', 999, '2026-11-21T09:40:00Z')
    expect(shown([reading('qty-power', 'kW', 500), old], NOW).power).toBe(500)
    expect(shown([old], NOW)).toEqual({})
  })
  it('should give knots and degrees when Signal K reports in SI units', () => {
    const { speed, heading } = shown(
      [reading('navigation.speedOverGround', 'm/s', 5.14444), reading('navigation.headingTrue', 'rad', -Math.PI / 2)],
      NOW,
    )
    expect(speed).toBeCloseTo(10, 3)
    expect(heading).toBeCloseTo(270, 6)
  })
  it('should not take the speed of the wind for that of the ship', () => {
    expect(shown([reading('/dnv-v2/vis-3-7a/941/meta/qty-wind.speed.vs.earth', 'm/s', 9)], NOW)).toEqual({})
    expect(shown([reading('/dnv-v2/vis-3-7a/710.1/meta/qty-speed.over.ground', 'kn', 9)], NOW).speed).toBe(9)
  })
  it('should show nothing when the unit is not known', () => {
    expect(shown([reading('navigation.headingTrue', 'furlong', 3)], NOW)).toEqual({})
  })
})

describe('scaleEnd', () => {
  it.each([
    [0, 100, 100],
    [101, 100, 200],
    [1249, 100, 2000],
    [2001, 100, 5000],
    [5000, 100, 5000],
    [5001, 100, 10_000],
  ])('should hold %i when it is at least %i', (value, least, end) => {
    expect(scaleEnd(value, least)).toBe(end)
  })
})
