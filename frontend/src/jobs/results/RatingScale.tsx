import { quantity } from '../../ui/numbers'
import { type CarbonOutputs, ratingScale } from './carbon'

const percent = (share: number) => `${share * 100}%`

/** The ratings from A to E by intensity, and where the ship stands on them. */
export function RatingScale({ found }: { found: CarbonOutputs }) {
  const { at, stretches } = ratingScale(found)
  const { toDate, yearEnd, requirement } = found
  const { lowGrams, highGrams } = yearEnd
  return (
    <div className="rating-scale" role="img" aria-label={scaleText(found)}>
      <div className="rating-marks">
        <Mark at={at(toDate.attainedGrams)} name="To date" grams={toDate.attainedGrams} symbol="▼" />
      </div>
      <div className="rating-bar">
        {stretches.map(({ rating, from, to }) => (
          <span
            key={rating}
            className={`rating rating-${rating}`}
            style={{ left: percent(from), width: percent(to - from) }}
          >
            {rating}
          </span>
        ))}
        <span className="rating-required" style={{ left: percent(at(requirement.requiredGrams)) }} />
      </div>
      <div className="rating-limits">
        {stretches.map(
          ({ rating, to, limit }) =>
            limit !== null && (
              <span key={rating} style={{ left: percent(to) }}>
                {quantity(limit)}
              </span>
            ),
        )}
      </div>
      <div className="rating-marks">
        {lowGrams !== null && highGrams !== null && (
          <span
            className="rating-interval"
            style={{ left: percent(at(lowGrams)), width: percent(at(highGrams) - at(lowGrams)) }}
          />
        )}
        <Mark
          at={at(yearEnd.expected.attainedGrams)}
          name="Expected at the year's end"
          grams={yearEnd.expected.attainedGrams}
          symbol="▲"
        />
      </div>
    </div>
  )
}

function Mark({ at, name, grams, symbol }: { at: number; name: string; grams: number; symbol: string }) {
  // At the right half the text stands to the left of its mark, so that it stays on the scale.
  const right = at > 0.5
  return (
    <span
      className={right ? 'rating-mark rating-mark-right' : 'rating-mark'}
      style={right ? { right: percent(1 - at) } : { left: percent(at) }}
    >
      <span className="rating-symbol">{symbol}</span>
      {name}: {quantity(grams)}
    </span>
  )
}

function scaleText({ toDate, yearEnd }: CarbonOutputs): string {
  const { expected, lowGrams, highGrams } = yearEnd
  const interval =
    lowGrams === null ? '' : `, between ${quantity(lowGrams)} and ${quantity(highGrams)} in nine of ten cases`
  return (
    `To date ${quantity(toDate.attainedGrams)}, rating ${toDate.rating}; expected at the year's end ` +
    `${quantity(expected.attainedGrams)}, rating ${expected.rating}${interval}`
  )
}
