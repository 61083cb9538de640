import { describe, expect, it } from 'vitest'
import { labelled } from './labels'
import { positionText } from './place'

describe('positionText', () => {
  it('should give degrees and minutes when a place is in any quarter of the earth', () => {
    expect(positionText(58.4333, 3.5)).toBe('58° 26.0′ N, 3° 30.0′ E')
    expect(positionText(-22.5, -40.05)).toBe('22° 30.0′ S, 40° 03.0′ W')
  })
  it('should carry to the next degree when the minutes round up to sixty', () => {
    expect(positionText(9.99999, 0)).toBe('10° 00.0′ N, 0° 00.0′ E')
  })
})

describe('labelled', () => {
  it('should keep labels apart when vessels lie in one place', () => {
    const ys = labelled([1, 2, 3].map(() => ({ x: 10, y: 10 }))).map((marker) => marker.labelY)
    expect(new Set(ys).size).toBe(3)
    ys.toSorted((a, b) => a - b).forEach((y, i, all) => expect(y - (all[i - 1] ?? y - 18)).toBeGreaterThanOrEqual(18))
  })
  it('should leave a label beside its vessel when nothing is near', () => {
    expect(
      labelled([
        { x: 0, y: 0 },
        { x: 500, y: 3 },
      ]).map((marker) => marker.labelY),
    ).toEqual([0, 3])
  })
})
