import { describe, expect, it } from 'vitest'
import { tickText, zoneTicks } from './ticks'

const at = (text: string) => Date.parse(text)
const texts = (ticks: number[]) => ticks.map((tick) => new Date(tick).toISOString().slice(5, 16))

describe('zoneTicks', () => {
  it('should begin days at the midnight of the zone when it is not that of UTC', () => {
    const ticks = zoneTicks(at('2026-11-20T00:00:00Z'), at('2026-11-23T00:00:00Z'), 'America/Sao_Paulo', 4)
    expect(texts(ticks)).toEqual(['11-20T03:00', '11-21T03:00', '11-22T03:00'])
    expect(ticks.map((tick) => tickText(tick, 'America/Sao_Paulo'))).toEqual(['20 Nov', '21 Nov', '22 Nov'])
  })
  it('should keep to midnight when clocks are put back in between', () => {
    const ticks = zoneTicks(at('2026-10-24T12:00:00Z'), at('2026-10-26T12:00:00Z'), 'Europe/Oslo', 2)
    expect(texts(ticks)).toEqual(['10-24T22:00', '10-25T23:00'])
  })
  it('should mark full hours of the clocks when the zone is off by three quarters of an hour', () => {
    const ticks = zoneTicks(at('2026-11-20T00:00:00Z'), at('2026-11-20T03:00:00Z'), 'Asia/Kathmandu', 3)
    expect(ticks.map((tick) => tickText(tick, 'Asia/Kathmandu'))).toEqual(['06:00', '07:00', '08:00'])
  })
  it('should mark both ends when they are round', () => {
    const ticks = zoneTicks(at('2026-11-20T00:00:00Z'), at('2026-11-20T06:00:00Z'), 'UTC', 6)
    expect([ticks.length, tickText(ticks[0] ?? 0, 'UTC')]).toEqual([7, '20 Nov'])
  })
})
