import { type ErrorSchema, ErrorSchemaBuilder, type RJSFSchema } from '@rjsf/utils'
import type { FieldError, Problem } from '../../api/problem'
import { isList } from './schema'

/** A message and the field that shows it. */
export interface Placed {
  path: (string | number)[]
  message: string
}

const INPUTS = '#/inputs'

/** The steps of a JSON pointer: `#/lines/0/a~1b` leads to `lines`, `0` and `a/b`. */
export function steps(pointer: string): string[] {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
}

/**
 * Where a form shows what is wrong with what a pointer names. A list that is typed line by line is one field, so its
 * items' messages stand there, with the line's number. Null for what the form has no field for.
 */
export function placed(pointer: string, message: string, schema: RJSFSchema): Placed | null {
  const path: (string | number)[] = []
  let here = schema
  for (const step of steps(pointer)) {
    if (isList(here)) return { path, message: `line ${Number(step) + 1} ${message}` }
    const isItem = here.type === 'array'
    const next = isItem ? here.items : here.properties?.[step]
    if (typeof next !== 'object' || Array.isArray(next)) return null
    path.push(isItem ? Number(step) : step)
    here = next as RJSFSchema
  }
  return path.length > 0 ? { path, message } : null
}

/** What the service has against the inputs, by field. */
export function serviceErrors(problem: Problem | null, schema: RJSFSchema): ErrorSchema {
  return errorSchema(
    (problem?.errors ?? []).flatMap((error) => {
      const found = inputPlace(error, schema)
      return found ? [found] : []
    }),
  )
}

/** The pointers whose messages the form shows at their fields. */
export function shownPointers(problem: Problem, schema: RJSFSchema): string[] {
  return problem.errors
    .filter((error) => inputPlace(error, schema))
    .map((error) => (error.pointer ?? '').replace(/^#/, ''))
}

function inputPlace({ pointer, detail }: FieldError, schema: RJSFSchema): Placed | null {
  return pointer?.startsWith(`${INPUTS}/`) ? placed(pointer.slice(INPUTS.length), detail, schema) : null
}

export function errorSchema(all: Placed[]): ErrorSchema {
  const builder = new ErrorSchemaBuilder()
  all.forEach(({ path, message }) => builder.addErrors(message, path))
  return builder.ErrorSchema
}
