import { Page } from '../ui/Page'

export function VesselPage() {
  return <Page title="Vessel">Soon.</Page>
}
