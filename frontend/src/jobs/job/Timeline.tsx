import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { Time } from '../../ui/Time'
import { durationText } from '../duration'
import type { Job } from '../queries'
import { look } from '../states'
import { StateTag } from '../StateTag'
import type { JobChange } from './events'

/** What became of a job, change by change. */
export function Timeline({ job, events }: { job: Job; events: JobChange[] }) {
  return (
    <Panel title="What became of it">
      {events.length === 0 ? (
        <Empty>No change was told yet; it was created, see its status.</Empty>
      ) : (
        <ol className="timeline">
          {events.map((event, i) => (
            <li key={event.version}>
              <span className="timeline-state">
                <StateTag state={event.state} />
                {event.attempt > 1 && <span className="hint">attempt {event.attempt}</span>}
              </span>
              <Time at={event.at} style="second" />
              <span className="hint">{i > 0 ? `after ${durationText(events[i - 1]?.at, event.at)}` : ''}</span>
              {event.message && <p>{event.message}</p>}
            </li>
          ))}
        </ol>
      )}
      {events.length > 0 && look(job.state).word !== look(events.at(-1)?.state).word && (
        <p className="hint">
          Now: {look(job.state).word}, <Time at={job.updated} style="second" />.
        </p>
      )}
    </Panel>
  )
}
