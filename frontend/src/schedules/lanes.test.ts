import { describe, expect, it } from 'vitest'
import { lanes, ofSchedules, place, rangeAround, type Sailing, wanted } from './lanes'
import type { SailingVessel, Schedule } from './queries'

const schedule = (id: number, from: number, to: number, change: Partial<Schedule> = {}) =>
  ({
    id,
    name: `S${id}`,
    kind: 'voyage',
    status: 'planned',
    start: `2026-11-${String(from).padStart(2, '0')}T00:00:00Z`,
    end: `2026-11-${String(to).padStart(2, '0')}T00:00:00Z`,
    ...change,
  }) as Schedule

const sails = (vessel: string, sailed: Schedule): Sailing => ({ vessel, schedule: sailed })
const ids = (rows: Sailing[][]) => rows.map((row) => row.map((sailing) => sailing.schedule.id))

describe('lanes', () => {
  it('should put bars into rows of their own only when they overlap', () => {
    const all = [sails('V', schedule(3, 9, 12)), sails('V', schedule(1, 1, 5)), sails('V', schedule(2, 5, 10))]
    expect(ids(lanes(all, 'vessels', ['V'])[0]?.rows ?? [])).toEqual([[1, 2], [3]])
  })
  it('should have an empty lane when a vessel sails nothing', () => {
    expect(lanes([], 'vessels', ['V'])).toEqual([{ key: 'V', title: 'V', rows: [[]] }])
  })
  it('should turn round when it goes by schedule', () => {
    const one = schedule(1, 1, 5)
    const made = lanes([sails('V', one), sails('W', one)], 'schedules', ['V', 'W'])
    expect(made.map(({ title, rows }) => [title, rows.map((row) => row.map(({ vessel }) => vessel))])).toEqual([
      ['S1', [['V'], ['W']]],
    ])
  })
})

describe('ofSchedules', () => {
  it('should keep a schedule when no vessel sails it', () => {
    const link = { schedule: 1, vessel: { code: 'V' }, role: 'lead' } as SailingVessel
    const made = ofSchedules([schedule(1, 1, 2), schedule(2, 1, 2)], [link])
    expect(made.map(({ vessel, role }) => [vessel, role])).toEqual([
      ['V', 'lead'],
      [undefined, undefined],
    ])
  })
})

describe('wanted', () => {
  it('should keep what fits all filters when several are set', () => {
    const all = [
      sails('V', schedule(1, 1, 2)),
      sails('W', schedule(2, 1, 2)),
      sails('V', schedule(3, 1, 2, { kind: 'maintenance' })),
      { schedule: schedule(4, 1, 2) },
    ]
    const filter = { kind: 'voyage', status: 'planned', vessels: new Set(['V']) } as const
    expect(wanted(all, filter).map((sailing) => sailing.schedule.id)).toEqual([1])
    expect(wanted(all, { ...filter, vessels: new Set() }).map((sailing) => sailing.schedule.id)).toEqual([1, 2, 4])
  })
})

describe('place', () => {
  const range = { start: 100, end: 200 }
  it('should be cut off when a span begins before or ends after the timeline', () => {
    expect(place(50, 150, range)).toEqual({ left: 0, width: 50 })
    expect(place(175, 300, range)).toEqual({ left: 75, width: 25 })
  })
  it('should be nowhere when a span only touches the timeline', () => {
    expect(place(50, 100, range)).toBeNull()
    expect(place(200, 250, range)).toBeNull()
  })
})

describe('rangeAround', () => {
  it('should begin at a midnight a third before now when that is within a day', () => {
    const { start, end } = rangeAround(Date.parse('2026-11-21T23:00:00Z'), '2 weeks')
    expect(new Date(start).toISOString()).toBe('2026-11-17T00:00:00.000Z')
    expect(new Date(end).toISOString()).toBe('2026-12-01T00:00:00.000Z')
  })
})
