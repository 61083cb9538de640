import { describe, expect, it } from 'vitest'
import { changedValues } from './changes'

describe('changedValues', () => {
  it('should tell only what differs when a thing was changed', () => {
    const before = { name: 'A', imo: null, version: 1, updatedAt: 'x' }
    const after = { name: 'B', imo: null, version: 2, updatedAt: 'y' }
    expect(changedValues(before, after)).toEqual([{ name: 'name', before: 'A', after: 'B' }])
  })
  it('should tell all that has a value when there was nothing before', () => {
    expect(changedValues(undefined, { name: 'A', imo: null, channels: [] })).toEqual([
      { name: 'name', before: '–', after: 'A' },
    ])
  })
  it('should tell of a value when it was taken away', () => {
    expect(changedValues({ flag: 'NO' }, { flag: null })).toEqual([{ name: 'flag', before: 'NO', after: '–' }])
  })
  it('should spell out the parts when a value has some', () => {
    expect(changedValues(undefined, { position: { latitude: 1, longitude: -2, time: null } })).toEqual([
      { name: 'position', before: '–', after: 'latitude 1, longitude -2' },
    ])
  })
})
