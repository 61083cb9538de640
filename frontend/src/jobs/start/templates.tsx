import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  TemplatesType,
} from '@rjsf/utils'

/** A field: its label above, its description and what is wrong below. Objects and lists have theirs by themselves. */
function FieldTemplate({ id, label, required, schema, rawDescription, rawErrors = [], children }: FieldTemplateProps) {
  const isInner = schema.type === 'object' || (schema.type === 'array' && !isTyped(schema))
  const errors = rawErrors.length > 0 && (
    <small id={`${id}-error`} className="field-error">
      {[...new Set(rawErrors)].join('; ')}
    </small>
  )
  if (isInner) {
    return (
      <div className="field-group">
        {children}
        {errors}
      </div>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {schema.format === 'date-time' && ', UTC'}
        {required && <Required />}
      </label>
      {children}
      {rawDescription && (
        <small id={`${id}-hint`} className="hint">
          {rawDescription}
        </small>
      )}
      {errors}
    </div>
  )
}

function Required() {
  return (
    <span className="required" aria-hidden="true">
      {' *'}
    </span>
  )
}

/** Whether a list is typed line by line, in one field. */
function isTyped(schema: FieldTemplateProps['schema']): boolean {
  const items = schema.items
  return typeof items === 'object' && !Array.isArray(items) && items.type !== 'object' && items.type !== 'array'
}

function ObjectFieldTemplate({ title, description, required, properties, fieldPathId }: ObjectFieldTemplateProps) {
  const isRoot = fieldPathId.path.length === 0
  const fields = <div className="fields">{properties.map((property) => property.content)}</div>
  if (isRoot) return fields
  const isItem = typeof fieldPathId.path.at(-1) === 'number'
  return (
    <fieldset className={isItem ? 'item-fields' : 'group'} id={fieldPathId.$id}>
      <legend className={isItem ? 'visually-hidden' : undefined}>
        {title}
        {required && !isItem && <Required />}
      </legend>
      {description && !isItem && <p className="hint">{description}</p>}
      {fields}
    </fieldset>
  )
}

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, schema, uiSchema, required, items, canAdd, onAddClick, fieldPathId, disabled } = props
  const rows = uiSchema?.['ui:options']?.['inRows'] === true
  return (
    <fieldset className="group" id={fieldPathId.$id} tabIndex={-1}>
      <legend>
        {title}
        {required && <Required />}
      </legend>
      {schema.description && <p className="hint">{schema.description}</p>}
      <div className={rows ? 'items rows' : 'items'}>{items}</div>
      {canAdd && (
        <button type="button" className="button" disabled={disabled} onClick={onAddClick}>
          Add to {title}
        </button>
      )}
    </fieldset>
  )
}

function ArrayFieldItemTemplate({
  children,
  buttonsProps,
  index,
  parentUiSchema,
  disabled,
}: ArrayFieldItemTemplateProps) {
  const { hasRemove, hasMoveUp, hasMoveDown, hasCopy } = buttonsProps
  const { onRemoveItem, onMoveUpItem, onMoveDownItem, onCopyItem } = buttonsProps
  const name = `${String(parentUiSchema?.['ui:options']?.['name'] ?? 'Item')} ${index + 1}`
  const buttons = [
    { shown: hasMoveUp, text: '↑', does: `Move ${name} up`, act: onMoveUpItem },
    { shown: hasMoveDown, text: '↓', does: `Move ${name} down`, act: onMoveDownItem },
    { shown: hasCopy, text: 'Copy', does: `Copy ${name}`, act: onCopyItem },
    { shown: hasRemove, text: '×', does: `Remove ${name}`, act: onRemoveItem },
  ]
  return (
    <div className="item">
      <div className="item-number" aria-hidden="true">
        {index + 1}
      </div>
      {children}
      <div className="item-buttons">
        {buttons
          .filter((button) => button.shown)
          .map((button) => (
            <button
              key={button.text}
              type="button"
              className="button"
              title={button.does}
              aria-label={button.does}
              disabled={disabled}
              onClick={button.act}
            >
              {button.text}
            </button>
          ))}
      </div>
    </div>
  )
}

export const templates: Partial<Omit<TemplatesType, 'ButtonTemplates'>> = {
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
}
