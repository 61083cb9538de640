import { Link, useRouteError } from 'react-router'
import { asProblem } from '../api/problem'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Page } from '../ui/Page'

export function NotFound() {
  return (
    <Page title="No such page">
      <p>
        There is nothing at this address. Go to <Link to="/fleet">the fleet</Link>.
      </p>
    </Page>
  )
}

/** A page that could not be loaded or drawn; the others still work. */
export function PageFailed() {
  return (
    <Page title="This page failed">
      <ErrorNotice problem={asProblem(useRouteError())} onRetry={() => window.location.reload()} />
    </Page>
  )
}
