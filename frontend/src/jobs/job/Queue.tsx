import type { ReactNode } from 'react'
import { Time } from '../../ui/Time'
import type { QueuePlace } from '../queries'
import { Holders, Seats } from '../Seats'

const MOST_COUNTED = 10_000

/** What a job waits for, how long that may take, and who has what it needs. */
export function Queue({ queue }: { queue: QueuePlace }) {
  const { position = 0, estimatedStart, licence, running = 0 } = queue
  return (
    <div className="card waiting">
      <h3>{waitsFor(queue)}</h3>
      {queue.waitsFor !== 'retry' && (
        <p>
          {position > MOST_COUNTED ? `More than ${MOST_COUNTED} jobs are` : placeText(position)} in its turn; {running}{' '}
          of this process {running === 1 ? 'is' : 'are'} at work.
        </p>
      )}
      {estimatedStart ? (
        <p>
          It may start between <Time at={estimatedStart.earliest} style="second" /> and{' '}
          <Time at={estimatedStart.latest} style="second" />.
        </p>
      ) : (
        queue.waitsFor !== 'retry' && <p>When it starts cannot be told yet.</p>
      )}
      {licence && (
        <>
          <h4>Licence {licence.name}</h4>
          <Seats licence={licence} />
          <Holders licence={licence} />
        </>
      )}
    </div>
  )
}

function waitsFor(queue: QueuePlace): ReactNode {
  switch (queue.waitsFor) {
    case 'licence':
      return (queue.licence?.seats ?? 0) === 0
        ? 'Waits for a licence that has no seats yet'
        : 'Waits for a seat of its licence'
    case 'retry':
      return (
        <>
          Is tried again at <Time at={queue.nextAttempt} style="second" />
        </>
      )
    default:
      return 'Waits for a worker'
  }
}

/** How many are before it: the place 1 is next. */
export function placeText(position: number): string {
  if (position <= 1) return 'It is next'
  return position === 2 ? 'One job is before it' : `${position - 1} jobs are before it`
}
