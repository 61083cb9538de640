import { describe, expect, it } from 'vitest'
import { bars, covered, intervalFor, rangeUntil, standing } from './power'
import type { PowerWindow } from './queries'

const at = (text: string) => Date.parse(`2026-11-21T${text}:00Z`)
const DAY = 86_400_000

function window(start: string, end: string, coverageSeconds: number): PowerWindow {
  return {
    start: `2026-11-21T${start}:00Z`,
    end: `2026-11-21T${end}:00Z`,
    kWh: 10,
    meanKW: 40,
    minKW: 30,
    maxKW: 50,
    count: coverageSeconds === 0 ? 0 : 3,
    coverageSeconds,
    windowCount: 1,
    expectedWindowCount: 1,
    methods: [],
    flags: [],
    state: 'final',
    revision: 1,
  }
}

describe('rangeUntil', () => {
  it('should end with the window that is open now', () => {
    const range = rangeUntil(at('10:07'), '6 h')
    expect(range).toEqual({ start: at('04:15'), end: at('10:15'), interval: 'PT15M' })
  })
  it('should move on when a window closes, and not before', () => {
    expect(rangeUntil(at('10:15') - 1, '24 h').end).toBe(at('10:15'))
    expect(rangeUntil(at('10:15'), '24 h').end).toBe(at('10:30'))
  })
  it('should go by hours when it shows a week', () => {
    expect(rangeUntil(at('10:07'), '7 days')).toMatchObject({ end: at('11:00'), interval: 'PT1H' })
  })
})

describe('intervalFor', () => {
  it('should be longer when the span is', () => {
    expect([2 * DAY, 2 * DAY + 1, 31 * DAY, 31 * DAY + 1].map(intervalFor)).toEqual(['PT15M', 'PT1H', 'PT1H', 'P1D'])
  })
})

describe('standing', () => {
  const now = at('10:15')
  it('should tell open, partial and whole windows apart', () => {
    expect(standing(window('10:15', '10:30', 60), now)).toBe('open')
    expect(standing(window('10:00', '10:15', 899), now)).toBe('partial')
    expect(standing(window('10:00', '10:15', 900), now)).toBe('whole')
  })
  it('should be a gap when nothing was reported and it is over', () => {
    expect(standing(window('10:00', '10:15', 0), now)).toBe('gap')
  })
})

describe('bars', () => {
  const range = { start: at('09:00'), end: at('10:30'), interval: 'PT15M' as const }

  it('should make one gap of all before the data begins, and of windows without readings', () => {
    const made = bars([window('09:30', '09:45', 0), window('09:45', '10:00', 900)], range, at('10:00'))
    expect(made.map(({ start, end, standing: how }) => [start, end, how])).toEqual([
      [at('09:00'), at('09:45'), 'gap'],
      [at('09:45'), at('10:00'), 'whole'],
    ])
  })
  it('should show a gap up to now, and not beyond, when the data does not go on', () => {
    const made = bars([window('09:00', '09:15', 900)], range, at('10:20'))
    expect(made.at(-1)).toEqual({ start: at('09:15'), end: at('10:20'), standing: 'gap' })
  })
  it('should be one gap when there is nothing', () => {
    expect(bars([], range, at('11:00'))).toEqual([{ start: range.start, end: range.end, standing: 'gap' }])
  })
})

describe('covered', () => {
  it('should be a share of the window', () => {
    expect(covered(window('10:00', '10:15', 300))).toBeCloseTo(33.33, 1)
  })
})
