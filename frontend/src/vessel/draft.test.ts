import { describe, expect, it } from 'vitest'
import type { Vessel } from '../fleet/queries'
import { draftOf, patchOf } from './draft'

const before = draftOf({
  name: 'A',
  type: 'tug',
  imo: null,
  flag: 'NO',
  timeZone: 'UTC',
  deadweightTonnes: 5,
} as Vessel)

describe('patchOf', () => {
  it('should be empty when nothing was changed', () => {
    expect(patchOf(before, { ...before, name: ' A ' })).toEqual({})
  })
  it('should take away a value when it was emptied', () => {
    expect(patchOf(before, { ...before, flag: ' ' })).toEqual({ flag: null })
  })
  it('should give numbers as such when they were typed', () => {
    expect(patchOf(before, { ...before, deadweightTonnes: '1200', imo: '9074729' })).toEqual({
      deadweightTonnes: 1200,
      imo: '9074729',
    })
  })
})
