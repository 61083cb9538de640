// Not from the package's entrance, which brings a validator that writes code at run time.
import Form from '@rjsf/core/lib/components/Form.js'
import type { ErrorSchema, RJSFSchema } from '@rjsf/utils'
import { useMemo } from 'react'
import { editorsOf } from './schema'
import { templates } from './templates'
import { validator } from './validator'
import { widgets } from './widgets'

interface Props {
  id: string
  schema: RJSFSchema
  inputs: Record<string, unknown>
  onChange: (inputs: Record<string, unknown>) => void
  /** What the service has against the inputs. */
  refused: ErrorSchema
  /** Whether wrong values are shown while they are typed: once somebody has tried to send them. */
  strict: boolean
  onSubmit: (inputs: Record<string, unknown>) => void
  onWrong: (count: number) => void
}

/** The form that a process's description makes. It is sent by a button elsewhere on the page, by the form's id. */
export function InputsForm({ id, schema, inputs, onChange, refused, strict, onSubmit, onWrong }: Props) {
  const editors = useMemo(() => ({ ...editorsOf(schema), 'ui:globalOptions': { copyable: true } }), [schema])
  return (
    <Form
      id={id}
      className="inputs-form"
      schema={schema}
      uiSchema={editors}
      formData={inputs}
      validator={validator}
      templates={templates}
      widgets={widgets}
      extraErrors={refused}
      showErrorList={false}
      noHtml5Validate
      focusOnFirstError
      liveValidate={strict ? 'onChange' : false}
      experimental_defaultFormStateBehavior={{ arrayMinItems: { populate: 'requiredOnly' } }}
      onChange={({ formData }) => onChange((formData ?? {}) as Record<string, unknown>)}
      onSubmit={({ formData }) => onSubmit((formData ?? {}) as Record<string, unknown>)}
      onError={(errors) => onWrong(errors.length)}
    >
      <></>
    </Form>
  )
}
