import { Page } from '../ui/Page'

export function GalleyPage() {
  return <Page title="Galley">Soon.</Page>
}
