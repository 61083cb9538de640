import { useSession } from '../auth/session'
import { Page } from '../ui/Page'
import './jobs.css'
import { JobList } from './JobList'
import { Licences } from './Licences'
import { Processes } from './Processes'

/** What was and is computed, what can be, and which seats that takes. */
export function JobsPage() {
  const starts = useSession().can('operator')
  return (
    <Page
      title="Jobs"
      actions={
        <a className="button" href="#processes">
          {starts ? 'Start a job' : 'Processes'}
        </a>
      }
    >
      <JobList />
      <div id="processes">
        <Processes />
      </div>
      <Licences />
    </Page>
  )
}
