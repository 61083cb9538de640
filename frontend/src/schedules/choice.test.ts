import { describe, expect, it } from 'vitest'
import { byName, choices } from './choice'
import type { Schedule } from './queries'

const NOW = Date.parse('2026-11-21T00:00:00Z')
const ANY = { text: '', kind: '', past: false } as const

const schedule = (id: number, change: Partial<Schedule> = {}) =>
  ({ id, name: `Voyage ${id}`, kind: 'voyage', status: 'planned', end: '2026-12-01T00:00:00Z', ...change }) as Schedule

const ids = (found: Schedule[]) => found.map(({ id }) => id)

describe('choices', () => {
  it('should leave out a schedule when it is linked already', () => {
    expect(ids(choices([schedule(1), schedule(2)], new Set([1]), ANY, NOW))).toEqual([2])
  })
  it('should leave out what is over or called off when the past is not wanted', () => {
    const all = [schedule(1, { end: '2026-11-20T00:00:00Z' }), schedule(2, { status: 'cancelled' }), schedule(3)]
    expect(ids(choices(all, new Set(), ANY, NOW))).toEqual([3])
    expect(ids(choices(all, new Set(), { ...ANY, past: true }, NOW))).toEqual([1, 2, 3])
  })
  it('should find by name in any case and by kind when both are given', () => {
    const all = [schedule(1, { name: 'North run' }), schedule(2, { name: 'North dock', kind: 'maintenance' })]
    expect(ids(choices(all, new Set(), { ...ANY, text: ' NORTH ' }, NOW))).toEqual([1, 2])
    expect(ids(choices(all, new Set(), { ...ANY, text: 'north', kind: 'maintenance' }, NOW))).toEqual([2])
  })
})

describe('byName', () => {
  it('should name the schedules that it knows when a message gives ids', () => {
    expect(byName('Vessel V sails schedule 12 and schedule 1.', [schedule(1)])).toBe(
      'Vessel V sails schedule 12 and “Voyage 1”.',
    )
  })
})
