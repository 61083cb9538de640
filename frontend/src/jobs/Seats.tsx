import { Link } from 'react-router'
import { Time } from '../ui/Time'
import type { Licence } from './queries'

const MOST_COUNTED = 10_000
const MOST_DRAWN = 40

/** How many seats there are, are free, and are waited for. */
export function Seats({ licence }: { licence: Licence }) {
  const { seats = 0, free = 0, waiting = 0 } = licence
  return (
    <>
      {seats <= MOST_DRAWN && (
        <div className="seats" aria-hidden="true">
          {Array.from({ length: seats }, (_, i) => (
            <span key={i} className={i < seats - free ? 'seat seat-held' : 'seat'} />
          ))}
        </div>
      )}
      <p>
        {free} of {seats} {seats === 1 ? 'seat' : 'seats'} free;{' '}
        {waiting > MOST_COUNTED ? `more than ${MOST_COUNTED}` : waiting} {waiting === 1 ? 'job waits' : 'jobs wait'}.
      </p>
    </>
  )
}

/** Which jobs hold the seats. */
export function Holders({ licence }: { licence: Licence }) {
  const holders = licence.holders ?? []
  if (holders.length === 0) return null
  return (
    <ul className="plain">
      {holders.map((holder) => (
        <li key={holder.seat}>
          Seat {holder.seat}: <Link to={`/jobs/${holder.jobID}`}>job …{holder.jobID?.slice(-6)}</Link> since{' '}
          <Time at={holder.since} style="second" />
        </li>
      ))}
    </ul>
  )
}
