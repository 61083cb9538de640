import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { labelOf } from '../names'
import type { Process } from '../queries'

/** The inputs of a process as one schema, as its form shows it and checks it. */
export function formSchema(process: Process): RJSFSchema {
  const inputs = Object.entries(process.inputs ?? {})
  return {
    type: 'object',
    additionalProperties: false,
    required: inputs.filter(([, input]) => (input.minOccurs ?? 1) > 0).map(([name]) => name),
    properties: Object.fromEntries(
      inputs.map(([name, input]) => {
        const schema = plain((input.schema ?? {}) as RJSFSchema)
        return [name, { ...schema, title: labelOf(name, input.title), description: input.description }]
      }),
    ),
  }
}

/** A schema without null, which a form says by leaving a field empty, and with labels for all its fields. */
export function plain(schema: RJSFSchema): RJSFSchema {
  const made: RJSFSchema = { ...schema }
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null')
    if (types.length === 1 && types[0]) made.type = types[0]
    else made.type = types
  }
  if (schema.enum) made.enum = schema.enum.filter((value) => value !== null)
  if (isSchema(schema.items)) made.items = plain(schema.items)
  if (schema.properties) {
    made.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        isSchema(property) ? { ...plain(property), title: labelOf(name, property.title) } : property,
      ]),
    )
  }
  return made
}

function isSchema(part: unknown): part is RJSFSchema {
  return typeof part === 'object' && part !== null && !Array.isArray(part)
}

/** What a field may hold that has no fields in it. */
export function isScalar(schema: unknown): boolean {
  return isSchema(schema) && schema.type !== 'object' && schema.type !== 'array'
}

/** Whether a list is one of objects without lists or objects in them, which reads best as rows. */
export function isRows(schema: unknown): boolean {
  if (!isSchema(schema) || schema.type !== 'array' || !isSchema(schema.items)) return false
  return Object.values(schema.items.properties ?? {}).every((property) => isScalar(property) || isList(property))
}

/** Whether a list is one of plain texts or numbers, which is typed line by line. */
export function isList(schema: unknown): boolean {
  return isSchema(schema) && schema.type === 'array' && isScalar(schema.items)
}

/** How each field is edited where its schema leaves that open: lists line by line, vessels from the fleet. */
export function editorsOf(schema: RJSFSchema, path: string[] = []): UiSchema {
  const name = path.at(-1) ?? ''
  if (isList(schema)) return { 'ui:widget': 'list' }
  if (schema.type === 'string' && name === 'vessel' && path.length === 1) return { 'ui:widget': 'vessel' }
  if (schema.type === 'string' && (name === 'vessel' || (name === 'code' && path[0] === 'vessels'))) {
    return { 'ui:widget': 'vesselCode' }
  }
  if (schema.type === 'string' && (schema.maxLength ?? 0) > 1_000) return { 'ui:widget': 'textarea' }
  if (schema.type === 'array' && isSchema(schema.items)) {
    return {
      items: editorsOf(schema.items, path),
      'ui:options': { inRows: isRows(schema), name: schema.title ?? name },
    }
  }
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter((entry): entry is [string, RJSFSchema] => isSchema(entry[1]))
      .map(([property, inner]) => [property, editorsOf(inner, [...path, property])]),
  )
}

/** What is sent: without fields that were left empty, and without empty lists that nobody asked for. */
export function filled(value: unknown, schema: RJSFSchema): unknown {
  if (Array.isArray(value)) {
    const items = schema.items
    const given = value.filter((item) => item !== undefined && item !== null)
    return isSchema(items) ? given.map((item) => filled(item, items)) : given
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const property = schema.properties?.[name]
    const kept = isSchema(property) ? filled(inner, property) : inner
    const wanted = schema.required?.includes(name) ?? false
    return !wanted && isEmpty(kept) ? [] : [[name, kept]]
  })
  return Object.fromEntries(entries)
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
