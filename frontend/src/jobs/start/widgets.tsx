import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { vesselsQuery } from '../../fleet/queries'
import { localOf, timeOf } from './times'

/** The attributes that tie a control to its label, description and messages; see FieldTemplate. */
function tied({ id, required, disabled, schema, rawErrors = [] }: WidgetProps) {
  const described = [schema.description ? `${id}-hint` : '', rawErrors.length > 0 ? `${id}-error` : '']
  return {
    id,
    required,
    disabled,
    'aria-invalid': rawErrors.length > 0,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
  }
}

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** The widgets' values are of any kind; each says here of which. */
function valueOf(props: WidgetProps): unknown {
  return props.value
}

function Input({ type, children, ...props }: WidgetProps & { type: string; children?: ReactNode }) {
  const isNumber = props.schema.type === 'number' || props.schema.type === 'integer'
  return (
    <>
      <input
        {...tied(props as WidgetProps)}
        type={isNumber ? 'number' : type}
        step={props.schema.type === 'integer' ? 1 : 'any'}
        list={children ? `${props.id}-choices` : undefined}
        value={textOf(valueOf(props as WidgetProps))}
        placeholder={placeholderOf(props.schema.examples)}
        onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {children}
    </>
  )
}

function placeholderOf(examples: unknown): string | undefined {
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined
  return typeof first === 'string' || typeof first === 'number' ? `such as ${first}` : undefined
}

const TextInput = (props: WidgetProps) => <Input {...props} type="text" />
const DateInput = (props: WidgetProps) => <Input {...props} type="date" />

function DateTimeInput(props: WidgetProps) {
  return (
    <input
      {...tied(props)}
      type="datetime-local"
      value={localOf(valueOf(props))}
      onChange={(event) => props.onChange(timeOf(event.target.value))}
    />
  )
}

function TextArea(props: WidgetProps) {
  return (
    <textarea
      {...tied(props)}
      rows={3}
      value={textOf(valueOf(props))}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  )
}

function Choice(props: WidgetProps) {
  const choices = (props.schema.enum ?? []).map(String)
  return (
    <select
      {...tied(props)}
      value={textOf(valueOf(props))}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">–</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  )
}

function Check(props: WidgetProps) {
  return (
    <input
      {...tied(props)}
      required={false}
      type="checkbox"
      checked={valueOf(props) === true}
      onChange={(event) => props.onChange(event.target.checked)}
    />
  )
}

/** A vessel of the fleet; one that is not in it any more stays chosen. */
function VesselChoice(props: WidgetProps) {
  const fleet = useQuery(vesselsQuery).data ?? []
  const chosen = textOf(valueOf(props))
  const known = fleet.some((vessel) => vessel.code === chosen)
  return (
    <select
      {...tied(props)}
      value={chosen}
      onChange={(event) => props.onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">{props.required ? '– choose a vessel –' : '– none –'}</option>
      {chosen && !known && <option value={chosen}>{chosen}</option>}
      {fleet.map((vessel) => (
        <option key={vessel.code} value={vessel.code}>
          {vessel.code} {vessel.name}
        </option>
      ))}
    </select>
  )
}

/** A code that may be a vessel's: the fleet's are offered. */
function VesselCode(props: WidgetProps) {
  const fleet = useQuery(vesselsQuery).data ?? []
  return (
    <Input {...props} type="text">
      <datalist id={`${props.id}-choices`}>
        {fleet.map((vessel) => (
          <option key={vessel.code} value={vessel.code}>
            {vessel.name}
          </option>
        ))}
      </datalist>
    </Input>
  )
}

/** Plain texts or numbers, one a line. */
function List(props: WidgetProps) {
  const value = valueOf(props)
  const items: unknown = props.schema.items
  const isNumber =
    typeof items === 'object' && items !== null && 'type' in items && ['number', 'integer'].includes(`${items.type}`)
  const lines = (Array.isArray(value) ? value : []).map(textOf).filter(Boolean)
  const [text, setText] = useState(lines.join('\n'))
  const read = (typed: string) =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  // What is typed stays as it is (an empty last line, "1."), unless the value was changed from elsewhere.
  const shown = read(text).join('\n') === lines.join('\n') ? text : lines.join('\n')
  return (
    <textarea
      {...tied(props)}
      rows={Math.min(8, Math.max(2, lines.length + 1))}
      value={shown}
      placeholder="one a line"
      onChange={(event) => {
        setText(event.target.value)
        const typed = read(event.target.value)
        props.onChange(isNumber ? typed.map((line) => (Number.isNaN(Number(line)) ? line : Number(line))) : typed)
      }}
    />
  )
}

export const widgets: RegistryWidgetsType = {
  TextWidget: TextInput,
  DateWidget: DateInput,
  DateTimeWidget: DateTimeInput,
  TextareaWidget: TextArea,
  SelectWidget: Choice,
  CheckboxWidget: Check,
  vessel: VesselChoice,
  vesselCode: VesselCode,
  list: List,
}
