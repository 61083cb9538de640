import { describe, expect, it } from 'vitest'
import { histogramOfObject, histogramOfTable } from './histogram'
import type { Result } from './queries'
import { summaryOf } from './summary'
import { isByTime, numericColumns, seriesOf, tableOf } from './value'

describe('seriesOf', () => {
  it('should keep gaps and leave out what is no point', () => {
    const value = [
      { time: '2026-11-21T10:00:00Z', value: null },
      { value: 3 },
      'x',
      { time: '2026-11-21T10:15:00Z', value: 2 },
    ]
    expect(seriesOf(value).map((point) => point.value)).toEqual([null, 2])
  })
  it('should be empty when it is no list', () => {
    expect(seriesOf({ time: 'x' })).toEqual([])
  })
})

describe('isByTime', () => {
  const columns = [{ name: 'time' }, { name: 'kW' }]
  it('should be so when the first column is times and numbers stand beside', () => {
    const rows = [
      ['2026-11-21T10:00:00Z', 1],
      ['2026-11-21T10:15:00Z', null],
    ]
    expect(isByTime(tableOf({ columns, rows }))).toBe(true)
  })
  it('should not be so when the first column is names', () => {
    const rows = [
      ['ME1', 1],
      ['ME2', 2],
    ]
    expect(isByTime(tableOf({ columns, rows }))).toBe(false)
  })
})

describe('numericColumns', () => {
  it('should take columns of numbers with gaps, but none of gaps only', () => {
    const rows = [
      [1, 'a', null],
      [null, 2, null],
    ]
    expect(numericColumns({ columns: [{ name: 'a' }, { name: 'b' }, { name: 'c' }], rows })).toEqual([0])
  })
})

describe('histogram', () => {
  it('should be read from a table of limits and counts', () => {
    const columns = [{ name: 'from', unit: 'm' }, { name: 'to', unit: 'm' }, { name: 'count' }]
    expect(histogramOfTable({ columns, rows: [[1, 2, 7]] })).toEqual({
      bins: [{ from: 1, to: 2, count: 7 }],
      unit: 'm',
    })
    expect(histogramOfTable({ columns, rows: [[2, 2, 7]] })).toBeNull()
    expect(histogramOfTable({ columns: [...columns, { name: 'more' }], rows: [[1, 2, 7, 0]] })).toBeNull()
  })
  it('should be read from an object of edges and one count less', () => {
    expect(histogramOfObject({ edges: [0, 1, 3], counts: [4, 5] })?.bins[1]).toEqual({ from: 1, to: 3, count: 5 })
    expect(histogramOfObject({ edges: [0, 1], counts: [4, 5] })).toBeNull()
  })
})

describe('summaryOf', () => {
  it('should say a number with its unit, but not the unit 1', () => {
    const score = { type: 'number', value: 0.93, unit: '1' } as Result
    expect(summaryOf(score)).toBe('0.93')
    expect(summaryOf({ ...score, unit: 'kWh' })).toBe('0.93 kWh')
  })
  it('should say the last value of a series that is no gap', () => {
    const value = [
      { time: 'a', value: 4 },
      { time: 'b', value: null },
    ]
    expect(summaryOf({ type: 'series', unit: 'm', value } as Result)).toBe('2 values, last 4 m')
  })
})
