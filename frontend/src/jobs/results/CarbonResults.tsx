import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import { againstRequired, type Attained, type CarbonOutputs, RATINGS } from './carbon'
import { Figure } from './EnergyResults'
import type { Outputs } from './fetched'
import { RatingScale } from './RatingScale'

interface Row extends Attained {
  when: string
}

/** A ship's rating, how far it is from the next, and how sure the year's end is. */
export function CarbonResults({ outputs }: { inputs: Record<string, unknown>; outputs: Outputs }) {
  const found = outputs as unknown as CarbonOutputs
  const { requirement, toDate, yearEnd, year } = found
  const unit = requirement.indicator === 'AER' ? 'g/(t·NM)' : 'g/(GT·NM)'
  const rows: Row[] = [
    { when: 'To date', ...toDate },
    { when: 'Expected at the year’s end', ...yearEnd.expected },
  ]
  const columns: Column<Row>[] = [
    { title: 'When', cell: (row) => row.when },
    { title: 'Rating', cell: (row) => row.rating },
    { title: 'Attained', cell: (row) => quantity(row.attainedGrams, unit), numeric: true },
    { title: 'Against required', cell: (row) => signed(againstRequired(row.attainedGrams, found)), numeric: true },
    { title: 'CO2', cell: (row) => quantity(row.co2Tonnes, 't'), numeric: true },
    { title: 'Distance', cell: (row) => quantity(row.distanceNauticalMiles, 'NM'), numeric: true },
  ]
  return (
    <>
      <Panel title={`Carbon intensity in ${year}`}>
        <div className="figures">
          <Figure name="Rating to date" value={toDate.rating} />
          <Figure name="Expected rating" value={yearEnd.expected.rating} />
          <Figure name={`Required ${requirement.indicator}`} value={quantity(requirement.requiredGrams, unit)} />
          <Figure name="Days without report" value={`${yearEnd.missingDays}`} />
        </div>
        <RatingScale found={found} />
        <p className="hint">
          In {unit}; the dashed line is what is required, {quantity(requirement.reductionPercent, '%')} below the
          reference of {quantity(requirement.referenceGrams)}.{' '}
          {yearEnd.lowGrams === null
            ? 'With fewer than 4 reports there is no interval.'
            : 'The bar below is where the year ends in nine of ten cases.'}
        </p>
      </Panel>
      <div className="columns">
        <Panel title="In numbers">
          <Table caption="To date and at the year's end" columns={columns} rows={rows} rowKey={(row) => row.when} />
        </Panel>
        {yearEnd.ratingShares && <Shares shares={yearEnd.ratingShares} />}
      </div>
    </>
  )
}

function Shares({ shares }: { shares: NonNullable<CarbonOutputs['yearEnd']['ratingShares']> }) {
  return (
    <Panel title="How the year may end">
      <ul className="plain shares">
        {RATINGS.map((rating) => (
          <li key={rating}>
            <span className="share-name">{rating}</span>
            <span className="share-room" aria-hidden="true">
              <span className={`share rating-${rating}`} style={{ width: `${shares[rating] * 100}%` }} />
            </span>
            <span className="share-value">{quantity(shares[rating] * 100, '%')}</span>
          </li>
        ))}
      </ul>
      <p className="hint">The share of completed years with each rating.</p>
    </Panel>
  )
}

function signed(percent: number): string {
  return `${percent > 0 ? '+' : ''}${quantity(percent, '%')}`
}
