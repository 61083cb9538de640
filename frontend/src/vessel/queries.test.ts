// @vitest-environment jsdom

import { describe, expect, it } from 'vitest'
import { requests } from './queries'

describe('requests', () => {
  it('should keep each within what a request line holds when there are many long names', () => {
    const names = Array.from({ length: 50 }, (_, i) => `/dnv-v2/vis-3-7a/411.1/C101.63-${i}/meta/qty-temperature`)
    const groups = requests(names)
    expect(groups.flat()).toEqual(names)
    expect(groups.length).toBeGreaterThan(1)
    for (const group of groups) {
      expect(group.map((name) => `&channel=${encodeURIComponent(name)}`).join('').length).toBeLessThanOrEqual(2_500)
    }
  })
  it('should be one when all fit, and none when there is no name', () => {
    expect(requests(['a', 'b'])).toEqual([['a', 'b']])
    expect(requests([])).toEqual([])
  })
})
