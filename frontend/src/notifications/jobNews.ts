/** What is known of a job, from the stream or from a list. */
export interface JobTold {
  jobID: string
  processID: string
  status: string
  message?: string | null
}

const ENDED = new Set(['successful', 'failed'])

/**
 * Tells which jobs have ended since it was last asked, each once. The first list tells of none: what ended before is no
 * news. Later a job that was not there before is, even if it was over at once.
 */
export class JobNews {
  private readonly seen = new Map<string, string>()
  private hasList = false

  /** The jobs of a list that have ended since the last one. */
  listed(jobs: JobTold[]): JobTold[] {
    const ended = this.hasList ? jobs.filter((job) => ENDED.has(job.status) && !this.knows(job)) : []
    this.hasList = true
    jobs.forEach((job) => this.seen.set(job.jobID, job.status))
    return ended
  }

  /** Whether a change that was told is news. */
  told(job: JobTold): boolean {
    const known = this.knows(job)
    this.seen.set(job.jobID, job.status)
    return !known && ENDED.has(job.status)
  }

  private knows({ jobID, status }: JobTold): boolean {
    return this.seen.get(jobID) === status
  }
}
