import type { RJSFSchema } from '@rjsf/utils'
import { useState } from 'react'
import { Field } from '../../ui/Field'
import { check } from './validator'

interface Props {
  id: string
  schema: RJSFSchema
  inputs: Record<string, unknown>
  onChange: (inputs: Record<string, unknown>) => void
  /** What the service has against the inputs, with the pointer of each. */
  refused: string[]
  onSubmit: (inputs: Record<string, unknown>) => void
  onWrong: (count: number) => void
}

/** The inputs as JSON, for who has them from elsewhere: the same values as in the form. */
export function JsonInputs({ id, schema, inputs, onChange, refused, onSubmit, onWrong }: Props) {
  const [text, setText] = useState(() => JSON.stringify(inputs, null, 2))
  const [wrong, setWrong] = useState<string[]>([])

  const type = (typed: string) => {
    setText(typed)
    const read = objectIn(typed)
    if (read) onChange(read)
  }
  const submit = () => {
    const read = objectIn(text)
    const found = read
      ? check(schema, read).map(({ path, message }) => `/${path.join('/')} ${message}`)
      : ['This is no JSON object.']
    setWrong(found)
    if (read && found.length === 0) onSubmit(read)
    else onWrong(found.length)
  }
  const messages = [...wrong, ...refused]
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="Inputs as JSON" error={messages.join('; ') || undefined}>
        {(control) => (
          <textarea
            {...control}
            className="json"
            rows={24}
            spellCheck={false}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
    </form>
  )
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
