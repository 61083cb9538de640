import { describe, expect, it } from 'vitest'
import { axesOf, inPercent, type Line, lineOf, rangeUntil, summary } from './channelLines'

const minute = (n: number) => new Date(Date.parse('2026-11-21T10:00:00Z') + n * 60_000).toISOString()
const window = (n: number, mean: number) => ({ start: minute(n), end: minute(n + 1), count: 1, mean })
const line = (unit: string, ...values: (number | null)[]): Line => ({
  id: unit,
  name: unit,
  unit,
  points: values.map((value, i) => [i, value]),
})

describe('lineOf', () => {
  it('should go through the middles of windows when there are some', () => {
    expect(lineOf([window(0, 5)])).toEqual([[Date.parse(minute(0.5)), 5]])
  })
  it('should break when a channel was silent', () => {
    const points = lineOf([0, 1, 2, 6, 7].map((n) => window(n, n)))
    expect(points.map(([, value]) => value)).toEqual([0, 1, 2, null, 6, 7])
  })
  it('should not break when a channel reports rarely but evenly', () => {
    expect(lineOf([0, 5, 10, 15].map((n) => window(n, n))).map(([, value]) => value)).toEqual([0, 5, 10, 15])
  })
})

describe('summary', () => {
  it('should leave out breaks when a line has some', () => {
    expect(summary(line('kW', 1, null, 5, 3))).toEqual({ least: 1, mean: 3, greatest: 5, last: 3 })
  })
  it('should be nothing when there is no point', () => {
    expect(summary(line('kW', null))).toBeNull()
  })
})

describe('axesOf', () => {
  it('should have an axis for each unit when there are two at most', () => {
    expect(axesOf([line('kW'), line('°C'), line('kW')])).toEqual(['kW', '°C'])
    expect(axesOf([line('kW'), line('°C'), line('m')])).toBe('percent')
  })
})

describe('inPercent', () => {
  it('should span its own range when it changes', () => {
    expect(inPercent(line('kW', 10, null, 30, 20)).map(([, value]) => value)).toEqual([0, null, 100, 50])
  })
  it('should run in the middle when it never changes', () => {
    expect(inPercent(line('kW', 7, 7)).map(([, value]) => value)).toEqual([50, 50])
  })
})

describe('rangeUntil', () => {
  it('should move on by whole windows when time goes by', () => {
    const at = Date.parse('2026-11-21T10:04:59Z')
    expect(rangeUntil(at, '24 h').end).toBe(Date.parse('2026-11-21T10:05:00Z'))
    expect(rangeUntil(at + 1000, '24 h').end).toBe(Date.parse('2026-11-21T10:10:00Z'))
    expect(rangeUntil(at, '1 h').end).toBe(Date.parse('2026-11-21T10:05:00Z'))
  })
})
