// @vitest-environment jsdom

import { describe, expect, it } from 'vitest'
import { elapsedText } from './duration'
import { addressOf, filterOf } from './filter'
import { changesOf, type JobChange, withChange } from './job/events'
import { placeText } from './job/Queue'
import { labelOf, named } from './names'
import { mayChange } from './rights'

describe('elapsedText', () => {
  it.each([
    [400, '0.4 s'],
    [9_960, '10.0 s'],
    [59_600, '1 min'],
    [185_000, '3 min 5 s'],
    [3_599_600, '1 h'],
    [7_800_000, '2 h 10 min'],
  ])('should read well when %d ms are meant', (ms, text) => {
    expect(elapsedText('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:00Z') + ms)).toBe(text)
  })

  it('should be a dash when an end is not known', () => {
    expect(elapsedText('2026-01-01T00:00:00Z', undefined)).toBe('–')
  })
})

describe('named', () => {
  it.each([
    ['weightInWaterKNPerM', 'Weight in water', 'kN/m'],
    ['yawMomentKNM', 'Yaw moment', 'kN·m'],
    ['breakingLoadKN', 'Breaking load', 'kN'],
    ['peakKW', 'Peak', 'kW'],
    ['xM', 'X', 'm'],
    ['lengthKm', 'Length', 'km'],
    ['distanceNauticalMiles', 'Distance', 'NM'],
    ['kWh', 'Energy', 'kWh'],
    ['vessel', 'Vessel', ''],
    ['endedBy', 'Ended by', ''],
  ])('should tell words and unit apart when a field is %s', (field, text, unit) => {
    expect(named(field)).toEqual({ text, unit })
  })

  it('should prefer the title when there is one', () => {
    expect(labelOf('historyDays', 'History')).toBe('History (days)')
  })
})

describe('filterOf', () => {
  it('should come back from its address when it was narrowed', () => {
    const filter = {
      status: ['running' as const, 'failed' as const],
      process: 'echo',
      project: 'north-sea',
      mine: true,
    }

    expect(filterOf(addressOf(filter))).toEqual(filter)
  })

  it('should leave out what is no status when an address was made by hand', () => {
    expect(filterOf(new URLSearchParams('status=nonsense&status=failed')).status).toEqual(['failed'])
  })
})

describe('withChange', () => {
  const change = (version: number): JobChange => ({
    type: 'job.running',
    version,
    state: 'running',
    attempt: 1,
    message: null,
    at: '2026-01-01T00:00:00Z',
  })

  it('should keep each version once and in order when some come again', () => {
    const known = [3, 1, 3, 2].reduce<JobChange[]>((all, version) => withChange(all, change(version)), [])

    expect(known.map(({ version }) => version)).toEqual([1, 2, 3])
  })
})

describe('changesOf', () => {
  it('should leave out what has not happened', () => {
    const created = '2026-01-01T00:00:00Z'

    expect(changesOf({ state: 'queued', created }).map(({ state, at }) => [state, at])).toEqual([['queued', created]])
  })

  it('should go straight to the end when a job took the results of another', () => {
    const at = '2026-01-01T00:00:00Z'

    expect(changesOf({ state: 'successful', created: at, finished: at }).map(({ state }) => state)).toEqual([
      'queued',
      'successful',
    ])
  })
})

describe('placeText', () => {
  it.each([
    [1, 'It is next'],
    [2, 'One job is before it'],
    [7, '6 jobs are before it'],
  ])('should count those before when its place is %d', (position, text) => {
    expect(placeText(position)).toBe(text)
  })
})

describe('mayChange', () => {
  const project = { id: 'north-sea', role: 'reader' as const }

  it('should let operators change a job of no project', () => {
    expect(mayChange({}, [], true, false)).toBe(true)
    expect(mayChange({}, [], false, false)).toBe(false)
  })

  it('should not let readers of a project change its jobs', () => {
    const job = { project: 'north-sea' }

    expect(mayChange(job, [project], true, false)).toBe(false)
    expect(mayChange(job, [{ ...project, role: 'member' }], true, false)).toBe(true)
    expect(mayChange(job, [], true, true)).toBe(true)
  })
})
