import type { Job } from './queries'
import { isEnded } from './states'

/** How much of a job is done; nothing of one that has ended, of which the state says all. */
export function Progress({ job }: { job: Job }) {
  if (isEnded(job.state) || job.state === 'queued') return null
  const percent = job.progress ?? 0
  return (
    <span className="job-progress">
      <progress value={percent} max={100} aria-label={`Progress of ${job.processID}`} /> {percent} %
    </span>
  )
}
