import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useSession } from '../auth/session'
import { Empty } from '../ui/Empty'
import { Loading } from '../ui/Loading'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import './jobs.css'
import './start/start.css'
import { inputsQuery, type Process, processQuery } from './queries'

const StartForm = lazy(async () => ({ default: (await import('./start/StartForm')).StartForm }))

/** What a process does and, for who may start it, the form for its inputs. */
export function StartPage() {
  const { process: id = '' } = useParams()
  const process = useQuery(processQuery(id))
  return (
    <Page title={process.data?.title ?? id} actions={<Link to="/jobs">All jobs</Link>}>
      <QueryView query={process} what="the process">
        {(known) => <Start process={known} />}
      </QueryView>
    </Page>
  )
}

function Start({ process }: { process: Process }) {
  const starts = useSession().can('operator')
  return (
    <>
      <Panel title="What it does">
        <p>{process.description}</p>
        <dl className="facts">
          <dt>Process</dt>
          <dd>
            {process.id}, version {process.version}
          </dd>
          {process.licence && (
            <>
              <dt>Licence</dt>
              <dd>Each run needs a seat of {process.licence}.</dd>
            </>
          )}
          <dt>Outputs</dt>
          <dd>
            {Object.entries(process.outputs ?? {})
              .map(([name, output]) => output.title ?? name)
              .join(', ')}
          </dd>
        </dl>
      </Panel>
      {starts ? (
        <Suspense fallback={<Loading what="the form" />}>
          <Prefilled key={process.id} process={process} />
        </Suspense>
      ) : (
        <Empty>
          To start it takes the role operator, which you do not have. See <Link to="/jobs">the jobs</Link> of others.
        </Empty>
      )}
    </>
  )
}

/** The form; with the inputs of an earlier job, if the address names one. */
function Prefilled({ process }: { process: Process }) {
  const [address] = useSearchParams()
  const from = address.get('from')
  const inputs = useQuery({ ...inputsQuery(from ?? ''), enabled: from !== null })
  if (from === null) return <StartForm process={process} />
  return (
    <QueryView query={inputs} what="the earlier job's inputs">
      {(known) => <StartForm process={process} earlier={known} />}
    </QueryView>
  )
}
