/** What can happen to a job, as its streams name it. */
export const JOB_EVENTS = [
  'job.accepted',
  'job.running',
  'job.retrying',
  'job.cancelling',
  'job.successful',
  'job.failed',
  'job.dismissed',
] as const
