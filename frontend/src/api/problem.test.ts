import { describe, expect, it } from 'vitest'
import { Problem, problemOf, secondsOf } from './problem'

const NOW = Date.parse('2026-11-21T12:00:00Z')

describe('secondsOf', () => {
  it('should take the number when Retry-After is one', () => {
    expect(secondsOf('30', NOW)).toBe(30)
  })
  it('should count to the date when Retry-After is one', () => {
    expect(secondsOf('Sat, 21 Nov 2026 12:01:30 GMT', NOW)).toBe(90)
  })
  it('should be now when the date has passed', () => {
    expect(secondsOf('Sat, 21 Nov 2026 11:00:00 GMT', NOW)).toBe(0)
  })
  it('should be nothing when there is none or it cannot be read', () => {
    expect(secondsOf(null, NOW)).toBeUndefined()
    expect(secondsOf('soon', NOW)).toBeUndefined()
  })
})

describe('problemOf', () => {
  it('should keep when to try again when the answer says so', () => {
    const problem = problemOf(new Response(null, { status: 503, headers: { 'Retry-After': '7' } }), null)
    expect(problem.retryAfter).toBe(7)
    expect(problem.title).toBe('The service is not available')
  })
})

describe('without', () => {
  it('should leave out the fields that are shown where they stand', () => {
    const problem = new Problem(400, 'Invalid request', 'wrong', [
      { pointer: '#/url', detail: 'must be an address' },
      { pointer: '#/name', detail: 'must be short' },
      { parameter: 'limit', detail: 'must be a number' },
    ])
    expect(problem.at('/url')).toBe('must be an address')
    expect(problem.without(['/url'])).toEqual(['#/name: must be short', 'limit: must be a number'])
  })
})
