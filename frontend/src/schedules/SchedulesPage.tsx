import { Page } from '../ui/Page'

export function SchedulesPage() {
  return <Page title="Schedules">Soon.</Page>
}
