import { describe, expect, it } from 'vitest'
import { Problem } from '../api/problem'
import { errorAt } from './fields'

const problem = new Problem(400, 'Invalid request', '3 fields are wrong.', [
  { pointer: '#/url', detail: 'must be an address' },
  { pointer: '#/methods/1', detail: 'must be a method' },
  { pointer: '#/methodsOfOthers', detail: 'is unknown' },
])

describe('errorAt', () => {
  it('should find what is wrong with a field', () => {
    expect(errorAt(problem, '/url')).toBe('must be an address')
    expect(errorAt(problem, '/name')).toBeUndefined()
    expect(errorAt(null, '/url')).toBeUndefined()
  })
  it('should find what is wrong within a list, but not in a field whose name begins alike', () => {
    expect(errorAt(problem, '/methods')).toBe('1: must be a method')
  })
})
