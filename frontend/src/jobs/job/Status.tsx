import { Link } from 'react-router'
import { Panel } from '../../ui/Panel'
import { Time } from '../../ui/Time'
import { elapsedText } from '../duration'
import { Progress } from '../Progress'
import type { Job } from '../queries'
import { isEnded } from '../states'
import { StateTag } from '../StateTag'
import { Queue } from './Queue'

/** Where a job stands. */
export function Status({ job }: { job: Job }) {
  const ended = isEnded(job.state)
  return (
    <Panel title="Status">
      <div aria-live="polite" className="job-state">
        <StateTag state={job.state} />
        <Progress job={job} />
      </div>
      {job.message && (
        <div className={job.status === 'failed' ? 'notice notice-alarm job-told' : 'notice job-told'}>
          <span>{job.message}</span>
        </div>
      )}
      {job.queue && <Queue queue={job.queue} />}
      <dl className="facts">
        <dt>Process</dt>
        <dd>
          <Link to={`/jobs/start/${job.processID}`}>{job.processID}</Link>
        </dd>
        <dt>Created</dt>
        <dd>
          <Time at={job.created} style="second" /> by {job.createdBy}
        </dd>
        <dt>Started</dt>
        <dd>{job.started ? <Time at={job.started} style="second" /> : ended ? 'never' : 'not yet'}</dd>
        {ended && (
          <>
            <dt>Ended</dt>
            <dd>
              <Time at={job.finished} style="second" />
              {job.started && ` after ${elapsedText(job.started, job.finished)}`}
            </dd>
          </>
        )}
        <dt>Project</dt>
        <dd>{job.project ?? 'none'}</dd>
        <dt>Priority</dt>
        <dd>{job.priority} of 0 to 9</dd>
        {job.retryOf && (
          <>
            <dt>Repeats</dt>
            <dd>
              <Link to={`/jobs/${job.retryOf}`}>job …{job.retryOf.slice(-6)}</Link>
            </dd>
          </>
        )}
        {job.reusedFrom && (
          <>
            <dt>Results of</dt>
            <dd>
              <Link to={`/jobs/${job.reusedFrom}`}>job …{job.reusedFrom.slice(-6)}</Link>, which was given the same
            </dd>
          </>
        )}
        <dt>Id</dt>
        <dd>{job.jobID}</dd>
      </dl>
    </Panel>
  )
}
