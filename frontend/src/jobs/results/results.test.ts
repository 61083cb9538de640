// @vitest-environment jsdom

import { describe, expect, it } from 'vitest'
import { againstRequired, type CarbonOutputs, ratingScale } from './carbon'
import { fleetOption, powerOption, type Energy } from './energy'
import { isLink, outputsOf } from './fetched'
import { compared, forecastOption, type ForecastPoint, within } from './forecast'
import { clearance, clearest, distances, layout, stress } from './layout'
import { fibresOf, networkMap, type NetworkOutputs } from './network'
import { intervalFor, type Measured } from './power'
import { roster, type RosterOutputs } from './roster'

const at = (hour: string) => `2026-11-21T${hour}:00Z`

describe('layout', () => {
  const nodes = ['A', 'B', 'C', 'D']
  const square = [
    { from: 'A', to: 'B', lengthKm: 100 },
    { from: 'B', to: 'C', lengthKm: 100 },
    { from: 'C', to: 'D', lengthKm: 100 },
    { from: 'D', to: 'A', lengthKm: 100 },
  ]

  it('should know the shortest way when there are several', () => {
    const far = distances(
      ['A', 'B', 'C'],
      [
        { from: 'A', to: 'B', lengthKm: 50 },
        { from: 'B', to: 'C', lengthKm: 60 },
        { from: 'A', to: 'C', lengthKm: 200 },
      ],
    )

    expect(far[0]).toEqual([0, 50, 110])
  })

  it('should keep what nothing connects as far away as the farthest that is', () => {
    expect(distances(['A', 'B', 'X'], [{ from: 'A', to: 'B', lengthKm: 70 }])[2]).toEqual([70, 70, 0])
  })

  it('should draw lengths in proportion when they fit a plane', () => {
    const line = [
      { from: 'A', to: 'B', lengthKm: 100 },
      { from: 'B', to: 'C', lengthKm: 300 },
    ]
    const places = layout(['A', 'B', 'C'], line)
    const length = (a: string, b: string) => {
      const [[ax, ay], [bx, by]] = [places.get(a) ?? [0, 0], places.get(b) ?? [0, 0]]
      return Math.hypot(ax - bx, ay - by)
    }

    expect(length('B', 'C') / length('A', 'B')).toBeCloseTo(3, 0)
  })

  it('should have less stress than the circle it begins with', () => {
    const links = [...square, { from: 'A', to: 'C', lengthKm: 20 }]
    const wanted = distances(nodes, links)
    const circle = nodes.map((_, i): [number, number] => [
      50 * Math.cos((Math.PI * i) / 2),
      50 * Math.sin((Math.PI * i) / 2),
    ])

    expect(stress([...layout(nodes, links).values()], wanted)).toBeLessThan(stress(circle, wanted))
  })

  it('should know how near a node comes to a link that passes by', () => {
    const places = new Map<string, [number, number]>([
      ['A', [0, 0]],
      ['B', [10, 0]],
      ['X', [5, 4]],
      ['Y', [0, 10]],
    ])

    expect(clearance(places, [{ from: 'A', to: 'B', lengthKm: 1 }])).toBeCloseTo(0.4)
  })

  it('should not draw a link through a node that a detour makes as long', () => {
    const links = [
      { from: 'A', to: 'B', lengthKm: 100 },
      { from: 'B', to: 'C', lengthKm: 100 },
      { from: 'A', to: 'C', lengthKm: 200 },
    ]

    expect(clearance(layout(['A', 'B', 'C'], links), links)).toBeLessThan(0.1)
    expect(clearance(clearest(['A', 'B', 'C'], links), links)).toBeGreaterThan(0.3)
  })

  it('should draw the same network the same each time', () => {
    expect(layout(nodes, square)).toEqual(layout(nodes, square))
  })
})

describe('networkMap', () => {
  const inputs = {
    network: {
      nodes: ['A', 'B', 'C'],
      links: [
        { from: 'A', to: 'B', lengthKm: 100 },
        { from: 'C', to: 'B', lengthKm: 80 },
      ],
    },
    wavelengths: 40,
  }
  const outputs = { links: [{ from: 'B', to: 'C', wavelengths: 20, utilisation: 0.5 }] } as NetworkOutputs

  it('should find the load of a fibre whichever end is named first, and none where none is', () => {
    const { fibres } = networkMap(inputs, outputs, { width: 900, height: 500, margin: 40 })

    expect(fibres.map(({ ends, used, share }) => [ends, used, share])).toEqual([
      ['A–B', 0, 0],
      ['C–B', 20, 0.5],
    ])
  })

  it('should keep all nodes within the frame', () => {
    const { places } = networkMap(inputs, outputs, { width: 900, height: 500, margin: 40 })

    for (const [x, y] of places.values()) {
      expect(x).toBeGreaterThanOrEqual(40)
      expect(x).toBeLessThanOrEqual(860)
      expect(y).toBeGreaterThanOrEqual(40)
      expect(y).toBeLessThanOrEqual(460)
    }
  })

  it('should write the load of fibres that cross at their middles apart', () => {
    const links = ['A-C', 'B-D', 'A-B', 'B-C', 'C-D', 'D-A'].map((fibre) => {
      const [from = '', to = ''] = fibre.split('-')
      return { from, to, lengthKm: fibre === 'A-C' || fibre === 'B-D' ? 141.4 : 100 }
    })
    const network = { nodes: ['A', 'B', 'C', 'D'], links }
    const { fibres } = networkMap({ network, wavelengths: 4 }, outputs, { width: 900, height: 500, margin: 40 })
    const [one, other] = fibres.map((fibre) => fibre.label)

    expect(Math.hypot((one?.[0] ?? 0) - (other?.[0] ?? 0), (one?.[1] ?? 0) - (other?.[1] ?? 0))).toBeGreaterThan(25)
  })

  it('should name the fibres that a lightpath goes over', () => {
    const path = { from: 'A', to: 'C', wavelength: 1, nodes: ['A', 'B', 'C'], lengthKm: 180 }

    expect([...fibresOf([path])]).toEqual(['A B', 'B C'])
  })
})

describe('energy', () => {
  const energy = (vessel: string, kWh: number) => ({ vessel, kWh }) as Energy

  it('should put the vessel with the most energy on top', () => {
    const { yAxis, series } = fleetOption([energy('MV1', 10.4), energy('MV2', 5), energy('MV3', 20)])

    expect(yAxis).toMatchObject({ data: ['MV2', 'MV1', 'MV3'] })
    expect(series).toMatchObject([{ data: [5, 10, 20] }])
  })

  it('should break the line where nothing was reported, and mark the gap', () => {
    const windows: Measured[] = [
      { start: at('00:00'), end: at('00:15'), meanKW: 800 },
      { start: at('00:15'), end: at('00:30'), meanKW: null },
    ]
    const gaps = [{ start: at('00:15'), end: at('00:30'), duration: 'PT15M' }]
    const { series } = powerOption(windows, gaps, at('00:00'), at('00:30'))

    expect(series).toMatchObject([
      {
        data: [
          [Date.parse(at('00:15')), 800],
          [Date.parse(at('00:30')), null],
        ],
        markArea: { data: [[{ xAxis: Date.parse(at('00:15')) }, { xAxis: Date.parse(at('00:30')) }]] },
      },
    ])
  })

  it.each([
    ['2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z', 'PT15M'],
    ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', 'PT1H'],
    ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'P1D'],
  ])('should have few enough windows when a period goes from %s to %s', (start, end, interval) => {
    expect(intervalFor(start, end)).toBe(interval)
  })
})

describe('forecast', () => {
  const point = (time: string, meanKW: number): ForecastPoint => ({
    time,
    meanKW,
    low80KW: meanKW - 10,
    high80KW: meanKW + 10,
    low95KW: meanKW - 30,
    high95KW: meanKW + 20,
  })
  const measured = (end: string, meanKW: number | null): Measured => ({ start: end, end, meanKW })
  const points = [point(at('00:15'), 100), point(at('00:30'), 100), point(at('00:45'), 100)]

  it('should pair windows by their right ends, however these are written', () => {
    const rows = compared(points, [measured('2026-11-21T01:30:00+01:00', 105)])

    expect(rows.map((row) => row.measuredKW)).toEqual([null, 105, null])
  })

  it('should count within limits only what was measured', () => {
    const rows = compared(points, [measured(at('00:15'), 110), measured(at('00:30'), 111), measured(at('00:45'), null)])

    expect(within(rows, 'low80KW', 'high80KW')).toBe(0.5)
    expect(within(rows, 'low95KW', 'high95KW')).toBe(1)
    expect(within(compared(points, []), 'low80KW', 'high80KW')).toBeNull()
  })

  it('should stack the room between limits on the lower one', () => {
    const { series } = forecastOption([point(at('00:15'), 100)], [])
    const time = Date.parse(at('00:15'))

    expect(series).toMatchObject([
      { stack: '95 % limits', data: [[time, 70]] },
      { stack: '95 % limits', data: [[time, 50]] },
      { stack: '80 % limits', data: [[time, 90]] },
      { stack: '80 % limits', data: [[time, 20]] },
      { name: 'Expected', data: [[time, 100]] },
      { name: 'Measured', data: [] },
    ])
  })
})

describe('ratingScale', () => {
  const found = (attained: number): CarbonOutputs => {
    const stand = { co2Tonnes: 1, distanceNauticalMiles: 1, attainedGrams: attained, rating: 'C' as const }
    return {
      year: 2026,
      requirement: {
        indicator: 'AER',
        capacity: 82_000,
        referenceGrams: 5,
        reductionPercent: 20,
        requiredGrams: 4,
        limits: { a: 3, b: 3.5, c: 4.5, d: 5 },
      },
      toDate: stand,
      yearEnd: { missingDays: 0, expected: stand, lowGrams: null, highGrams: null, ratingShares: null },
    }
  }

  it('should be without gaps from A to E', () => {
    const { stretches } = ratingScale(found(4))

    expect(stretches.map(({ rating }) => rating).join('')).toBe('ABCDE')
    expect(stretches[0]?.from).toBe(0)
    expect(stretches[4]?.to).toBe(1)
    stretches.slice(1).forEach((stretch, i) => expect(stretch.from).toBe(stretches[i]?.to))
  })

  it.each([0.5, 4, 20])('should have the ship on it and all ratings to be seen when it attains %d', (grams) => {
    const { at: place, stretches } = ratingScale(found(grams))

    expect(place(grams)).toBeGreaterThan(0)
    expect(place(grams)).toBeLessThan(1)
    stretches.forEach(({ from, to }) => expect(to).toBeGreaterThan(from))
  })

  it('should be above 0 when more is attained than required', () => {
    expect(againstRequired(5, found(5))).toBeCloseTo(25)
    expect(againstRequired(3, found(3))).toBeCloseTo(-25)
  })
})

describe('roster', () => {
  const inputs = {
    vessels: [
      { code: 'MV1', costPerHour: 1, unavailable: [{ start: '2026-11-01T00:00:00Z', end: '2026-11-22T00:00:00Z' }] },
      { code: 'MV2', costPerHour: 1 },
    ],
    schedules: [
      { id: '1', start: '2026-11-21T00:00:00Z', end: '2026-11-23T00:00:00Z' },
      { id: '2', start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' },
    ],
  }
  const outputs = {
    assignments: [
      { schedule: '1', vessel: 'MV2', start: '2026-11-21T00:00:00Z', end: '2026-11-23T00:00:00Z', cost: 48 },
    ],
  } as RosterOutputs

  it('should have a row for each vessel, also when it sails nothing', () => {
    const { rows } = roster(inputs, outputs)

    expect(rows.map(({ vessel, bars }) => [vessel, bars.map((bar) => bar.label)])).toEqual([
      ['MV1', ['away']],
      ['MV2', ['1']],
    ])
  })

  it('should draw as much of an absence as lies within the period', () => {
    const [bar] = roster(inputs, outputs).rows[0]?.bars ?? []

    expect(bar).toMatchObject({ left: 0, width: 0.25, away: true })
  })

  it('should name the days of the period', () => {
    expect(roster(inputs, outputs).ticks.map((tick) => tick.label)).toEqual([
      '11-21',
      '11-22',
      '11-23',
      '11-24',
      '11-25',
    ])
  })
})

describe('outputs', () => {
  it('should be none when a single one was asked for raw', () => {
    expect(outputsOf([1, 2])).toBeNull()
    expect(outputsOf('ahoy')).toBeNull()
    expect(outputsOf({ echo: 'ahoy' })).toEqual({ echo: 'ahoy' })
  })

  it('should be a link only when all of one is there', () => {
    expect(isLink({ href: '/x', type: 'text/csv', length: 5 })).toBe(true)
    expect(isLink({ href: '/x', type: 'text/csv' })).toBe(false)
    expect(isLink(null)).toBe(false)
  })
})
