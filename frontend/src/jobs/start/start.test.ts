import type { RJSFSchema } from '@rjsf/utils'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../api/problem'
import type { Process } from '../queries'
import { describedExample, examplesOf } from './exampleInputs'
import { serviceErrors, shownPointers, steps } from './places'
import { editorsOf, filled, formSchema, isRows, plain } from './schema'
import { localOf, timeOf } from './times'
import { check } from './validator'

const PROCESS: Process = {
  id: 'hull-fatigue',
  inputs: {
    vessel: { title: 'Vessel', minOccurs: 0, schema: { type: ['string', 'null'] } as never },
    depthM: { title: 'Depth', minOccurs: 1, schema: { type: 'number', exclusiveMinimum: 0, examples: [320] } as never },
    headingsDeg: {
      title: 'Headings',
      minOccurs: 0,
      schema: { type: ['array', 'null'], minItems: 1, items: { type: 'number', exclusiveMaximum: 360 } } as never,
    },
    lines: {
      title: 'Lines',
      minOccurs: 1,
      schema: {
        type: 'array',
        minItems: 1,
        examples: [[{ name: '1', segments: [{ lengthM: 5 }] }]],
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'segments'],
          properties: {
            name: { type: 'string', minLength: 1 },
            kind: { type: ['string', 'null'], enum: ['chain', 'rope', null] },
            segments: {
              type: 'array',
              items: {
                type: 'object',
                required: ['lengthM'],
                properties: { lengthM: { type: 'number', minimum: 0.1 } },
              },
            },
          },
        },
      } as never,
    },
  },
}
const SCHEMA = formSchema(PROCESS)

const refused = (...errors: { pointer?: string; detail: string }[]) =>
  new Problem(400, 'Invalid request', 'fields are wrong', errors)

describe('formSchema', () => {
  it('should require the inputs that must occur and label them with their units', () => {
    expect(SCHEMA.required).toEqual(['depthM', 'lines'])
    expect(SCHEMA.properties?.['depthM']).toMatchObject({ title: 'Depth (m)' })
  })

  it('should leave null out of types and choices when a schema allows it', () => {
    const schema = plain({ type: ['string', 'null'], enum: ['a', null] })

    expect(schema).toEqual({ type: 'string', enum: ['a'] })
  })

  it('should type lists of numbers line by line and choose vessels from the fleet', () => {
    expect(editorsOf(SCHEMA)).toMatchObject({
      vessel: { 'ui:widget': 'vessel' },
      headingsDeg: { 'ui:widget': 'list' },
    })
  })

  it('should show a list as rows when its items have no objects within', () => {
    const lines = SCHEMA.properties?.['lines'] as RJSFSchema

    expect(isRows(lines)).toBe(false)
    expect(isRows((lines.items as RJSFSchema).properties?.['segments'])).toBe(true)
  })
})

describe('filled', () => {
  it('should leave out what is empty unless it must be given', () => {
    const value = { vessel: '', depthM: 0, headingsDeg: [undefined], lines: [] }

    expect(filled(value, SCHEMA)).toEqual({ depthM: 0, lines: [] })
  })
})

describe('check', () => {
  it('should say of each field what is wrong when values break their limits', () => {
    const value = { depthM: 0, headingsDeg: [90, 400], lines: [{ name: 'a', segments: [{ lengthM: 0 }, {}] }] }

    expect(check(SCHEMA, value)).toEqual([
      { path: ['depthM'], message: 'must be more than 0' },
      { path: ['headingsDeg'], message: 'line 2 must be less than 360' },
      { path: ['lines', 0, 'segments', 0, 'lengthM'], message: 'must be 0.1 or more' },
      { path: ['lines', 0, 'segments', 1, 'lengthM'], message: 'is required' },
    ])
  })

  it('should find nothing wrong when all is as the schema says', () => {
    expect(check(SCHEMA, { depthM: 1, headingsDeg: [], lines: [{ name: 'a', segments: [] }] })).toEqual([])
  })

  it('should name what is no field when there is one too many', () => {
    expect(check(SCHEMA, { depthM: 1, lines: [{ name: 'a', segments: [], colour: 'red' }] })).toEqual([
      { path: ['lines', '0', 'colour'], message: 'is no input' },
    ])
  })
})

describe('serviceErrors', () => {
  it('should put a message at its field when the pointer leads into the inputs', () => {
    const problem = refused({ pointer: '#/inputs/lines/0/segments/1/lengthM', detail: 'is required' })

    expect(serviceErrors(problem, SCHEMA)).toMatchObject({
      lines: { 0: { segments: { 1: { lengthM: { __errors: ['is required'] } } } } },
    })
  })

  it('should put it at the list with its line when the list is one field', () => {
    const problem = refused({ pointer: '#/inputs/headingsDeg/2', detail: 'is too high' })

    expect(serviceErrors(problem, SCHEMA)).toMatchObject({ headingsDeg: { __errors: ['line 3 is too high'] } })
  })

  it('should leave to others what the form has no field for', () => {
    const problem = refused(
      { pointer: '#/inputs/foo', detail: 'is no input' },
      { pointer: '#/project', detail: 'There is no such project.' },
      { pointer: '#/inputs/depthM', detail: 'is required' },
      { detail: 'no pointer' },
    )

    expect(shownPointers(problem, SCHEMA)).toEqual(['/inputs/depthM'])
    expect(Object.keys(serviceErrors(problem, SCHEMA))).toEqual(['depthM'])
  })

  it('should read escaped names when a pointer has some', () => {
    expect(steps('#/a~1b/c~0d/0')).toEqual(['a/b', 'c~d', '0'])
  })
})

describe('times', () => {
  it('should be sent as UTC when entered without a zone', () => {
    expect(timeOf('2026-01-31T06:00')).toBe('2026-01-31T06:00:00Z')
    expect(timeOf('2026-01-31T06:00:30')).toBe('2026-01-31T06:00:30Z')
    expect(timeOf('')).toBeUndefined()
  })

  it('should be shown in UTC when given with an offset', () => {
    expect(localOf('2026-01-31T06:00:00+01:00')).toBe('2026-01-31T05:00')
    expect(localOf('2026-01-31T06:00:30Z')).toBe('2026-01-31T06:00:30')
    expect(localOf('nonsense')).toBe('')
  })
})

describe('examples', () => {
  const around = { now: new Date('2026-11-21T23:30:00Z'), vessels: ['MV102'] }

  it('should take the first example of each input when a process has none of ours', () => {
    expect(examplesOf(PROCESS, around)).toEqual([
      { title: 'Example', inputs: { depthM: 320, lines: [{ name: '1', segments: [{ lengthM: 5 }] }] } },
    ])
  })

  it('should give none when an input that must be given has no example', () => {
    expect(describedExample({ inputs: { a: { minOccurs: 1, schema: { type: 'string' } as never } } })).toBeNull()
  })

  it('should be about yesterday in UTC when a report is wanted', () => {
    expect(examplesOf({ id: 'energy-report' }, around)[0]?.inputs).toEqual({
      vessel: 'MV102',
      start: '2026-11-20T00:00:00Z',
      end: '2026-11-21T00:00:00Z',
    })
  })
})
