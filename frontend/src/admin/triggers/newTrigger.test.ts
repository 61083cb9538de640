import { describe, expect, it } from 'vitest'
import { EMPTY_FORM, jsonOf, triggerOf } from './newTrigger'

const FORM = { ...EMPTY_FORM, name: 'Each morning', process: 'echo' }

describe('triggerOf', () => {
  it('should send a schedule only when it is by the clock', () => {
    expect(triggerOf({ ...FORM, inputs: '{"message": "hello"}' })).toEqual({
      trigger: {
        name: 'Each morning',
        process: 'echo',
        inputs: { message: 'hello' },
        project: null,
        cron: { expression: '0 6 * * 1-5', zone: 'UTC' },
      },
    })
  })
  it('should send an event only when it is by events, and no type when any will do', () => {
    const made = triggerOf({ ...FORM, by: 'event', data: '{"/status": "completed"}' })
    expect(made).toMatchObject({
      trigger: { event: { topic: 'fleet.schedules', type: null, data: { '/status': 'completed' } } },
    })
    expect('trigger' in made && 'cron' in made.trigger).toBe(false)
  })
  it('should name the field when its JSON cannot be read', () => {
    expect(triggerOf({ ...FORM, inputs: '[1]' })).toEqual({
      errors: { '/inputs': 'must be an object: {"message": "hello"}' },
    })
    const both = triggerOf({ ...FORM, by: 'event', inputs: '{', data: '{' })
    expect('errors' in both && Object.keys(both.errors)).toEqual(['/inputs', '/event/data'])
  })
  it('should not mind the event’s JSON when it is by the clock', () => {
    expect('trigger' in triggerOf({ ...FORM, data: '{' })).toBe(true)
  })
})

describe('jsonOf', () => {
  it('should be nothing when nothing is written', () => {
    expect(jsonOf('  ')).toEqual({ value: undefined })
  })
})
