import { Link } from 'react-router'
import { useSession } from '../../auth/session'
import { durationText } from '../../ui/duration'
import { useNow } from '../../ui/now'
import { Tag } from '../../ui/Tag'
import type { Holder, Licence } from './queries'
import { SeatsForm } from './SeatsForm'

/** Above this the service stops counting. */
const MOST_COUNTED = 10_000
const TICK_MS = 5_000

/** A licence: its seats, who holds them and how many wait. */
export function LicenceCard({ licence }: { licence: Licence }) {
  const admin = useSession().can('admin')
  const { name = '', seats = 0, free = 0, holders = [], waiting = 0 } = licence
  return (
    <li className="card">
      <h3>{name}</h3>
      <p>
        <Tag tone={free > 0 ? 'success' : 'caution'}>
          {free} of {seats} {seats === 1 ? 'seat' : 'seats'} free
        </Tag>{' '}
        <Tag tone={waiting > 0 ? 'caution' : 'neutral'}>
          {waiting > MOST_COUNTED ? `more than ${MOST_COUNTED.toLocaleString('en-GB')}` : waiting} waiting
        </Tag>
      </p>
      {holders.length === 0 ? <p className="hint">Nobody holds a seat.</p> : <Holders holders={holders} />}
      {admin && <SeatsForm key={seats} name={name} seats={seats} />}
    </li>
  )
}

function Holders({ holders }: { holders: Holder[] }) {
  const now = useNow(TICK_MS)
  return (
    <ul className="plain">
      {holders.map((holder) => (
        <li key={holder.seat}>
          Seat {holder.seat}: <Link to={`/jobs/${holder.jobID}`}>job {holder.jobID?.slice(0, 8)}</Link>, attempt{' '}
          {holder.attempt}
          {holder.since && `, for ${durationText((now - Date.parse(holder.since)) / 1000)}`}
        </li>
      ))}
    </ul>
  )
}
