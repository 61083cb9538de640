import { Page } from '../ui/Page'

export function JobsPage() {
  return <Page title="Jobs">Soon.</Page>
}
