import { describe, expect, it } from 'vitest'
import { asProblem, noAnswer, Problem, problemOf, secondsOf } from './problem'

const NOW = Date.parse('2026-11-21T12:00:00Z')

const refused = new Problem(400, 'Invalid request', '', [
  { pointer: '#/imo', detail: 'must be seven digits' },
  { parameter: 'limit', detail: 'must be at most 1000' },
])

describe('Problem', () => {
  it('should find what is wrong with a field when asked by its pointer', () => {
    expect(refused.at('/imo')).toBe('must be seven digits')
    expect(refused.at('/name')).toBeUndefined()
  })
  it('should name the other fields when some are shown where they stand', () => {
    expect(refused.without(['/imo'])).toEqual(['limit: must be at most 1000'])
    expect(refused.without([])).toEqual(['#/imo: must be seven digits', 'limit: must be at most 1000'])
  })
  it('should say what happened when no field is named', () => {
    expect(new Problem(404, 'Not found', 'There is no vessel X.').without([])).toEqual(['There is no vessel X.'])
  })
  it('should pass by itself only when another try may do', () => {
    expect([0, 429, 500, 503].map((status) => new Problem(status, '', '').passing)).toEqual([true, true, true, true])
    expect([400, 403, 404, 409].map((status) => new Problem(status, '', '').passing)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('problemOf', () => {
  it('should say something in words when the answer has no body that it knows', () => {
    const problem = problemOf(new Response(null, { status: 503 }), 'upstream is gone')
    expect(problem.title).toBe('The service is not available')
    expect(problem.errors).toEqual([])
  })
  it('should keep when to try again when the answer says so', () => {
    const problem = problemOf(new Response(null, { status: 503, headers: { 'Retry-After': '7' } }), null)
    expect(problem.retryAfter).toBe(7)
  })
})

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

describe('noAnswer', () => {
  it('should tell a service that took too long from one that cannot be reached', () => {
    expect(noAnswer(new DOMException('late', 'TimeoutError')).status).toBe(504)
    expect(noAnswer(new TypeError('Failed to fetch')).status).toBe(0)
  })
})

describe('apartFrom', () => {
  const problem = new Problem(400, 'Invalid request', '3 fields are wrong.', [
    { pointer: '#/url', detail: 'must be an address' },
    { pointer: '#/methods/1', detail: 'must be a method' },
    { pointer: '#/methodsOfOthers', detail: 'is unknown' },
  ])
  it('should leave out what a field tells of itself or of what is in it, but not what begins alike', () => {
    expect(problem.apartFrom(['/url', '/methods'])).toEqual(['#/methodsOfOthers: is unknown'])
  })
  it('should say the whole when no field is named', () => {
    expect(new Problem(409, 'Conflict', 'There is one of that name.').apartFrom(['/name'])).toEqual([
      'There is one of that name.',
    ])
  })
})

describe('asProblem', () => {
  it('should keep a problem and wrap anything else', () => {
    expect(asProblem(refused)).toBe(refused)
    expect(asProblem(new Error('odd')).detail).toBe('odd')
  })
})
