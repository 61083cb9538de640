import { describe, expect, it } from 'vitest'
import { durationText, secondsOfDuration } from './duration'

describe('durationText', () => {
  it.each([
    [0, '0 s'],
    [-3, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [119, '1 min'],
    [3_600, '1 h'],
    [4_860, '1 h 21 min'],
    [86_399, '23 h 59 min'],
    [90_000, '1 d 1 h'],
    [604_800, '7 d'],
  ])('should say %d seconds as "%s"', (seconds, text) => {
    expect(durationText(seconds)).toBe(text)
  })
})

describe('secondsOfDuration', () => {
  it.each([
    ['PT2S', 2],
    ['PT0.5S', 0.5],
    ['PT5M', 300],
    ['PT168H', 604_800],
    ['P1DT1H1M1S', 90_061],
  ])('should read %s as %d seconds', (text, seconds) => {
    expect(secondsOfDuration(text)).toBe(seconds)
  })
  it('should be nothing when it is no duration', () => {
    expect(secondsOfDuration('5 minutes')).toBeNull()
    expect(secondsOfDuration(null)).toBeNull()
  })
})
