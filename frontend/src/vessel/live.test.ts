import { describe, expect, it } from 'vitest'
import { age, stale, withBatch } from './live'
import type { Channel } from './queries'

const channel = (id: string): Channel => ({ id, name: `c${id}`, labels: {}, quantity: 'other', unit: 'kW' })
const at = (minute: number, value: number) => ({ time: `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`, value })

describe('withBatch', () => {
  const latest = [{ channel: channel('1'), reading: at(10, 1) }]

  it('should take the newest of a batch when it holds several readings in any order', () => {
    const after = withBatch(latest, {
      vessel: 'V',
      channels: [{ channel: channel('1'), readings: [at(12, 3), at(11, 2)] }],
    })
    expect(after.map((item) => item.reading.value)).toEqual([3])
  })
  it('should keep what it has when a batch brings late data', () => {
    const after = withBatch(latest, { vessel: 'V', channels: [{ channel: channel('1'), readings: [at(9, 9)] }] })
    expect(after.map((item) => item.reading.value)).toEqual([1])
  })
  it('should take the new value when a reading of the same time is corrected', () => {
    const after = withBatch(latest, { vessel: 'V', channels: [{ channel: channel('1'), readings: [at(10, 7)] }] })
    expect(after.map((item) => item.reading.value)).toEqual([7])
  })
  it('should add a channel when it reports for the first time', () => {
    const after = withBatch(latest, { vessel: 'V', channels: [{ channel: channel('2'), readings: [at(1, 5)] }] })
    expect(after.map((item) => item.channel.id)).toEqual(['1', '2'])
  })
})

describe('stale', () => {
  it('should be so when more than fifteen minutes went by', () => {
    const now = Date.parse('2026-11-21T10:30:00Z')
    expect(stale(at(15, 1), now)).toBe(false)
    expect(stale(at(14, 1), now)).toBe(true)
  })
})

describe('age', () => {
  it.each([
    [0, '0 s'],
    [119, '119 s'],
    [120, '2 min'],
    [7199, '119 min'],
    [7200, '2 h'],
    [172_800, '2 d'],
  ])('should be in the unit that fits when it is %i seconds', (seconds, text) => {
    const at = '2026-11-21T10:00:00Z'
    expect(age(at, Date.parse(at) + seconds * 1000)).toBe(text)
  })
  it('should be nothing when the ship is ahead of this clock', () => {
    expect(age('2026-11-21T10:00:05Z', Date.parse('2026-11-21T10:00:00Z'))).toBe('0 s')
  })
})
