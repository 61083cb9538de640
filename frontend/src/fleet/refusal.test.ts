import { describe, expect, it } from 'vitest'
import { Problem } from '../api/problem'
import { refusal } from './refusal'

describe('refusal', () => {
  const problem = new Problem(400, 'Invalid request', '2 fields are wrong.', [
    { pointer: '#/imo', detail: 'must be seven digits' },
    { pointer: '#/vessel', detail: 'sails another' },
  ])
  it('should say the rest when some fields show their own message', () => {
    expect(refusal(problem, 'Refused', ['/imo'])?.without([])).toEqual(['sails another'])
  })
  it('should be nothing when the fields say it all', () => {
    expect(refusal(problem, 'Refused', ['/imo', '/vessel'])).toBeNull()
  })
  it('should say what the service says when it names no field', () => {
    expect(refusal(new Problem(403, 'Forbidden', 'Not allowed.'), 'Refused')?.detail).toBe('Not allowed.')
  })
})
