import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useSession } from '../auth/session'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { processesQuery } from './queries'

/** What can be computed; each leads to its form. */
export function Processes() {
  const processes = useQuery(processesQuery)
  const starts = useSession().can('operator')
  return (
    <Panel title={starts ? 'Start a job' : 'Processes'}>
      {!starts && <p className="hint">To start one takes the role operator, which you do not have.</p>}
      <QueryView query={processes} what="the processes">
        {({ processes: known = [] }) =>
          known.length === 0 ? (
            <Empty>No process is installed.</Empty>
          ) : (
            <ul className="plain cards">
              {known.map((process) => (
                <li key={process.id} className="card process">
                  <h3>
                    <Link to={`/jobs/start/${process.id}`}>{process.title}</Link>
                  </h3>
                  <p>{process.description}</p>
                  <p className="hint">
                    {process.id} {process.version}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  )
}
