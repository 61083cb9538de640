import { describe, expect, it } from 'vitest'
import { draftOf, newDraft, scheduleOf } from './draft'
import type { Schedule } from './queries'

const schedule = {
  name: 'North run',
  kind: 'voyage',
  status: 'active',
  start: '2026-11-21T06:00:00Z',
  end: '2026-11-28T06:00:00Z',
  activities: [{ start: '2026-11-21T06:00:00Z', end: '2026-11-22T06:00:00Z', place: 'Mongstad', note: null }],
} as unknown as Schedule

describe('scheduleOf', () => {
  it('should give back the schedule when nothing was typed', () => {
    const given = scheduleOf(draftOf(schedule))
    expect({ ...given, start: Date.parse(given.start), end: Date.parse(given.end) }).toMatchObject({
      name: 'North run',
      start: Date.parse(schedule.start),
      end: Date.parse(schedule.end),
      activities: [{ place: 'Mongstad', note: null }],
    })
  })
  it('should leave a time empty when none was typed', () => {
    expect(scheduleOf({ ...draftOf(schedule), start: '' }).start).toBe('')
  })
})

describe('newDraft', () => {
  it('should begin with the next full hour when it is made', () => {
    expect(newDraft(Date.parse('2026-11-21T22:10:00Z'))).toMatchObject({
      start: '2026-11-21T23:00',
      end: '2026-11-28T23:00',
    })
  })
})
