import { Page } from '../ui/Page'

export function StartPage() {
  return <Page title="Start">Soon.</Page>
}
