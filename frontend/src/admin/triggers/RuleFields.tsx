import { Field } from '../../ui/Field'
import { TOPICS, type TriggerForm } from './newTrigger'

const ZONES = Intl.supportedValuesOf('timeZone')

interface Props {
  form: TriggerForm
  error: (pointer: string) => string | undefined
  onChange: (part: Partial<TriggerForm>) => void
}

/** When a trigger starts its job. */
export function RuleFields({ form, error, onChange }: Props) {
  return (
    <>
      <fieldset className="admin-checks">
        <legend>When</legend>
        <label>
          <input type="radio" name="by" checked={form.by === 'cron'} onChange={() => onChange({ by: 'cron' })} />
          by the clock
        </label>
        <label>
          <input type="radio" name="by" checked={form.by === 'event'} onChange={() => onChange({ by: 'event' })} />
          when something happens
        </label>
      </fieldset>
      {form.by === 'cron' ? (
        <ClockFields form={form} error={error} onChange={onChange} />
      ) : (
        <EventFields form={form} error={error} onChange={onChange} />
      )}
    </>
  )
}

function ClockFields({ form, error, onChange }: Props) {
  return (
    <div className="form-row">
      <Field
        label="Cron expression"
        hint="Minute, hour, day of month, month, day of week: 0 6 * * 1-5 is each weekday at 6."
        error={error('/cron/expression') ?? error('/cron')}
      >
        {(control) => (
          <input
            {...control}
            value={form.expression}
            onChange={(event) => onChange({ expression: event.target.value })}
          />
        )}
      </Field>
      <Field label="By the clocks of" hint="An IANA name, such as Europe/Oslo." error={error('/cron/zone')}>
        {(control) => (
          <>
            <input
              {...control}
              list="trigger-zones"
              value={form.zone}
              onChange={(event) => onChange({ zone: event.target.value })}
            />
            <datalist id="trigger-zones">
              {ZONES.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </div>
  )
}

function EventFields({ form, error, onChange }: Props) {
  return (
    <>
      <div className="form-row">
        <Field label="Topic" error={error('/event/topic')}>
          {(control) => (
            <select {...control} value={form.topic} onChange={(event) => onChange({ topic: event.target.value })}>
              {TOPICS.map((topic) => (
                <option key={topic}>{topic}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Type of event" hint="fleet.schedule.changed; any if empty." error={error('/event/type')}>
          {(control) => (
            <input {...control} value={form.type} onChange={(event) => onChange({ type: event.target.value })} />
          )}
        </Field>
      </div>
      <Field
        label="Only where its data says, as JSON"
        hint='{"/status": "completed"}; any if empty.'
        error={error('/event/data')}
      >
        {(control) => (
          <input
            {...control}
            spellCheck={false}
            value={form.data}
            onChange={(event) => onChange({ data: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
