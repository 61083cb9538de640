import { describe, expect, it } from 'vitest'
import { timeText } from './clock'
import { quantity } from './numbers'

describe('quantity', () => {
  it('should give as many digits as the size needs, and the unit', () => {
    expect(quantity(1234.56, 'kW')).toBe('1,235 kW')
    expect(quantity(123.456, 'kW')).toBe('123.5 kW')
    expect(quantity(1.23456)).toBe('1.23')
    expect(quantity(0.012345, 'm')).toBe('0.012 m')
    expect(quantity(0, 'kWh')).toBe('0 kWh')
  })
  it('should give a dash when there is no number', () => {
    expect([null, undefined, Number.NaN].map((none) => quantity(none, 'kW'))).toEqual(['–', '–', '–'])
  })
})

describe('timeText', () => {
  it('should name the zone and use its clocks', () => {
    expect(timeText('2026-07-01T22:30:00Z', 'UTC')).toBe('01 Jul 2026, 22:30 UTC')
    expect(timeText('2026-07-01T22:30:00Z', 'Europe/Oslo')).toBe('02 Jul 2026, 00:30 Europe/Oslo')
    expect(timeText('2026-07-01T22:30:05Z', 'UTC', 'second')).toBe('01 Jul 2026, 22:30:05 UTC')
    expect(timeText('2026-07-01T22:30:05Z', 'UTC', 'day')).toBe('01 Jul 2026 UTC')
  })
})
