import { Panel } from '../../ui/Panel'
import { type Column, Table } from '../../ui/Table'
import { Tag, type Tone } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import type { components } from '../../api/generated/job'
import { elapsedText } from '../duration'
import type { Job } from '../queries'

type Attempt = components['schemas']['EndedAttempt']

const OUTCOMES: Record<NonNullable<Attempt['outcome']>, { word: string; tone: Tone }> = {
  successful: { word: 'done', tone: 'success' },
  error: { word: 'error', tone: 'alarm' },
  unavailable: { word: 'something it needs was away', tone: 'caution' },
  crash: { word: 'its worker went silent', tone: 'warning' },
  dismissed: { word: 'called off', tone: 'neutral' },
  'handed-back': { word: 'its worker was stopped', tone: 'neutral' },
}

const COLUMNS: Column<Attempt>[] = [
  { title: 'Attempt', cell: (attempt) => attempt.attempt },
  {
    title: 'Outcome',
    cell: ({ outcome }) => outcome && <Tag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].word}</Tag>,
  },
  { title: 'Started', cell: (attempt) => <Time at={attempt.started} style="second" /> },
  { title: 'Took', cell: (attempt) => elapsedText(attempt.started, attempt.finished), numeric: true },
  { title: 'Worker', cell: (attempt) => attempt.worker },
  { title: 'Message', cell: (attempt) => <span className="job-message">{attempt.message ?? ''}</span> },
]

/** Who ran the job, how often, and how that ended; of a job that went well at once, the status says all. */
export function Attempts({ job }: { job: Job }) {
  const attempts = job.attempts ?? []
  if (attempts.length === 0 || (attempts.length === 1 && attempts[0]?.outcome === 'successful')) return null
  return (
    <Panel title="Attempts">
      <Table
        caption="Attempts that have ended"
        columns={COLUMNS}
        rows={attempts}
        rowKey={(attempt) => `${attempt.attempt}`}
      />
    </Panel>
  )
}
