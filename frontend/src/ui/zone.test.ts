import { describe, expect, it } from 'vitest'
import { fromLocal, offsetMs, toLocal } from './zone'

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

describe('offsetMs', () => {
  it('should follow summer time when the zone has it', () => {
    expect(offsetMs(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Oslo')).toBe(7_200_000)
    expect(offsetMs(Date.parse('2026-01-01T00:00:00Z'), 'Europe/Oslo')).toBe(3_600_000)
  })
})

describe('fromLocal', () => {
  it('should be the opposite of toLocal when the zone is behind UTC', () => {
    const at = Date.parse('2026-11-21T01:30:00Z')
    expect(toLocal(at, 'America/Sao_Paulo')).toBe('2026-11-20T22:30')
    expect(fromLocal('2026-11-20T22:30', 'America/Sao_Paulo')).toBe(at)
  })
  it('should take the offset of the day itself when clocks change on it', () => {
    expect(iso(fromLocal('2026-10-25T12:00', 'Europe/Oslo'))).toBe('2026-10-25T11:00:00.000Z')
    expect(iso(fromLocal('2026-10-25T01:30', 'Europe/Oslo'))).toBe('2026-10-24T23:30:00.000Z')
  })
  it('should be nothing when there is no time', () => {
    expect(fromLocal('', 'UTC')).toBeNull()
  })
})
