import { describe, expect, it } from 'vitest'
import {
  curveRows,
  curvesOption,
  hull,
  type LineFound,
  type MooringOutputs,
  type OffsetPoint,
  planLines,
  scaleLength,
} from './mooring'

const line = (name: string, laybackM: number, restingLengthM = 0): LineFound => ({
  line: name,
  slack: false,
  fairleadTensionKN: 900,
  horizontalTensionKN: 700,
  declinationDeg: 36,
  anchorTensionKN: 700,
  anchorUpliftKN: 0,
  laybackM,
  restingLengthM,
  safetyFactor: 7,
  weakestSegment: 1,
})

const outputs = (lines: LineFound[]): MooringOutputs => ({
  lines,
  balance: { xKN: 0, yKN: 0, verticalKN: 0, yawMomentKNM: 0 },
  curves: [],
})

const given = (name: string, x: number, y: number) => ({
  name,
  anchor: { xM: x, yM: y },
  fairlead: { xM: 0, yM: 0, depthM: 10 },
})

describe('planLines', () => {
  it('should touch the seabed at its layback towards the anchor when it rests there', () => {
    const [drawn] = planLines({ lines: [given('1', 300, 400)] }, outputs([line('1', 250, 200)]))

    expect(drawn?.touchdown).toEqual({ x: 150, y: 200 })
    expect(drawn?.rests).toBe(true)
  })

  it('should hang as far as its anchor when nothing rests', () => {
    const [drawn] = planLines({ lines: [given('1', 300, 400)] }, outputs([line('1', 500.0000001)]))

    expect(drawn?.touchdown).toEqual({ x: 300, y: 400 })
    expect(drawn?.rests).toBe(false)
  })

  it('should pair what was given and found by name when their orders differ', () => {
    const drawn = planLines(
      { lines: [given('a', 100, 0), given('b', 0, 100)] },
      outputs([line('b', 20, 1), line('a', 10, 1)]),
    )

    expect(drawn.map(({ name, touchdown }) => [name, touchdown])).toEqual([
      ['a', { x: 10, y: 0 }],
      ['b', { x: 0, y: 20 }],
    ])
  })
})

describe('hull', () => {
  it('should go around its corners and leave out what lies within or on an edge', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 2 },
      { x: 0, y: 2 },
    ]

    expect(hull([{ x: 1, y: 1 }, ...corners, { x: 2, y: 0 }])).toEqual(corners)
  })
})

describe('scaleLength', () => {
  it.each([
    [999, 500],
    [500, 500],
    [499, 200],
    [150, 100],
    [0.07, 0.05],
  ])('should be the greatest round length when at most %d fits', (most, length) => {
    expect(scaleLength(most)).toBeCloseTo(length)
  })
})

describe('curveRows', () => {
  it('should repeat the heading in each row when a curve has several points', () => {
    const point = {
      offsetM: 1,
      restoringForceKN: 2,
      transverseForceKN: 3,
      yawMomentKNM: 4,
      maxTensionKN: 5,
      maxTensionLine: '1',
      minSafetyFactor: 6,
      minSafetyFactorLine: '1',
      maxAnchorUpliftKN: 7,
    }
    const curves = [{ headingDeg: 45, points: [point, { ...point, offsetM: 2 }] }]

    const rows = curveRows({ ...outputs([]), curves })

    expect(rows.map((row) => [row.headingDeg, row.offsetM])).toEqual([
      [45, 1],
      [45, 2],
    ])
  })
})

describe('curvesOption', () => {
  it('should draw next to nothing as 0 when the other values are great', () => {
    const point = (offsetM: number, restoringForceKN: number) => ({ offsetM, restoringForceKN }) as OffsetPoint
    const curves = [{ headingDeg: 45, points: [point(0, -0.1), point(1, 500), point(2, 5_000)] }]

    const { series } = curvesOption({ ...outputs([]), curves }, 'restoringForceKN')

    expect(series).toMatchObject([
      {
        name: '45°',
        data: [
          [0, 0],
          [1, 500],
          [2, 5_000],
        ],
      },
    ])
  })
})
