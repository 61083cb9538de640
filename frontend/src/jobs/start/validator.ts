import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema'
import {
  createErrorHandler,
  type CustomValidator,
  type ErrorTransformer,
  type RJSFSchema,
  type RJSFValidationError,
  unwrapErrorHandler,
  type ValidationData,
  validationDataMerge,
  type ValidatorType,
} from '@rjsf/utils'
import { errorSchema, placed, type Placed, steps } from './places'
import { filled } from './schema'

/** Keywords that only repeat that something within is wrong. */
const OUTER = new Set(['properties', 'items', 'prefixItems', '$ref', 'allOf', 'additionalProperties'])

/**
 * Checks a form's values by a validator that interprets its schema: the usual one writes code at run time, which the
 * gateway's policy forbids. What it lets pass the service still checks.
 */
export const validator: ValidatorType = {
  validateFormData(
    formData: unknown,
    schema: RJSFSchema,
    customValidate?: CustomValidator,
    transformErrors?: ErrorTransformer,
  ): ValidationData<unknown> {
    const found = check(schema, formData)
    const raw: RJSFValidationError[] = found.map(({ path, message }) => ({
      message,
      property: `.${path.join('.')}`,
      stack: `${path.join('/')} ${message}`,
    }))
    const errors = transformErrors ? transformErrors(raw) : raw
    const checked = { errors, errorSchema: errorSchema(found) }
    if (!customValidate) return checked
    const handler = customValidate(formData, createErrorHandler(formData), undefined, checked.errorSchema)
    return validationDataMerge(checked, unwrapErrorHandler(handler))
  },
  isValid: (schema: RJSFSchema, formData: unknown) =>
    new Validator(schema as Schema, '2020-12').validate(formData).valid,
  rawValidation: <Result>(schema: RJSFSchema, formData?: unknown) => ({
    errors: check(schema, formData) as Result[],
  }),
}

/** What is wrong with a value, each at the field that shows it. */
export function check(schema: RJSFSchema, value: unknown): Placed[] {
  // As it would be sent: a form holds something, too, where a field was emptied.
  const json = filled(value ?? {}, schema)
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(json)
  const found = errors
    .filter((error) => !OUTER.has(error.keyword))
    .map((error) => {
      const [pointer, message] = told(error, schema)
      return placed(pointer, message, schema) ?? { path: steps(pointer), message }
    })
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

/** Where something is wrong and what, in the words that the service uses. */
function told(error: OutputUnit, schema: RJSFSchema): [string, string] {
  const limit = steps(error.keywordLocation).reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    schema,
  )
  const here = error.instanceLocation
  switch (error.keyword) {
    case 'required':
      return [`${here}/${/"(.*)"/.exec(error.error)?.[1] ?? ''}`, 'is required']
    case 'type':
      return [here, `must be ${limit === 'integer' ? 'a whole number' : `a ${String(limit)}`}`]
    case 'minimum':
      return [here, `must be ${limit} or more`]
    case 'maximum':
      return [here, `must be ${limit} or less`]
    case 'exclusiveMinimum':
      return [here, `must be more than ${limit}`]
    case 'exclusiveMaximum':
      return [here, `must be less than ${limit}`]
    case 'minLength':
      return [here, limit === 1 ? 'must not be empty' : `must have ${limit} characters or more`]
    case 'maxLength':
      return [here, `must have ${limit} characters or less`]
    case 'minItems':
      return [here, `must have ${limit} or more`]
    case 'maxItems':
      return [here, `must have ${limit} or less`]
    case 'uniqueItems':
      return [here, 'must have nothing twice']
    case 'enum':
      return [here, 'must be one of the choices']
    case 'format':
      return [here, `must be a ${limit === 'date-time' ? 'time' : String(limit)}`]
    case 'pattern':
      return [here, 'is not written as it must be']
    case 'false':
      return [here, 'is no input']
    default:
      return [here, error.error]
  }
}
