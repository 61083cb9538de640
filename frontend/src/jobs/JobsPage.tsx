import { Page } from '../ui/Page'
import './jobs.css'
import { JobList } from './JobList'
import { Licences } from './Licences'
import { Processes } from './Processes'

/** What was and is computed, what can be, and which seats that takes. */
export function JobsPage() {
  return (
    <Page title="Jobs">
      <JobList />
      <Processes />
      <Licences />
    </Page>
  )
}
