import { Panel } from '../../ui/Panel'
import { Time } from '../../ui/Time'
import { elapsedText } from '../duration'
import type { Job } from '../queries'
import { look } from '../states'
import { StateTag } from '../StateTag'
import { changesOf, type JobChange } from './events'

/** What became of a job, change by change. */
export function Timeline({ job, events: told }: { job: Job; events: JobChange[] }) {
  const events = told.length > 0 ? told : changesOf(job)
  return (
    <Panel title="What became of it">
      <ol className="timeline">
        {events.map((event, i) => (
          <li key={event.version}>
            <span className="timeline-state">
              <StateTag state={event.state} />
              {event.attempt > 1 && <span className="hint">attempt {event.attempt}</span>}
            </span>
            <Time at={event.at} style="second" />
            <span className="hint">{i > 0 ? `after ${elapsedText(events[i - 1]?.at, event.at)}` : ''}</span>
            {event.message && <p>{event.message}</p>}
          </li>
        ))}
      </ol>
      {look(job.state).word !== look(events.at(-1)?.state).word && (
        <p className="hint">
          Now: {look(job.state).word}, <Time at={job.updated} style="second" />.
        </p>
      )}
    </Panel>
  )
}
