import { quantity } from '../ui/numbers'
import type { Errors } from './forecast'

const percent = (share: number) => quantity(Math.round(share * 1000) / 10, '%')

/** How far a forecast was off, in numbers. */
export function ForecastErrors({ errors }: { errors: Errors | null }) {
  if (!errors) {
    return (
      <p className="empty">
        No whole window has been measured since it begins, so there is nothing to compare yet. It comes by itself.
      </p>
    )
  }
  return (
    <dl className="analytics-figures">
      <Figure title="Windows compared" text={String(errors.windows)} />
      <Figure title="Mean absolute error" text={quantity(errors.mae, 'kW')} />
      <Figure title="Of what was measured" text={errors.share === null ? '–' : percent(errors.share)} />
      <Figure title="Root mean square" text={quantity(errors.rmse, 'kW')} />
      <Figure
        title={errors.bias < 0 ? 'Too low on average by' : 'Too high on average by'}
        text={quantity(Math.abs(errors.bias), 'kW')}
      />
      {[...errors.within].map(([level, share]) => (
        <Figure key={level} title={`Within the ${level} % limits`} text={percent(share)} />
      ))}
    </dl>
  )
}

function Figure({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  )
}
