import { useQuery } from '@tanstack/react-query'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { Holders, Seats } from './Seats'
import { licencesQuery } from './queries'

/** The seats of licences, who holds them, and how many wait. */
export function Licences() {
  const licences = useQuery(licencesQuery)
  return (
    <Panel title="Licences">
      <QueryView query={licences} what="the licences">
        {({ items = [] }) =>
          items.length === 0 ? (
            <Empty>
              No licence has seats, so jobs that need one wait. An administrator gives it some with PUT
              /api/v1/licences/mooring-solver.
            </Empty>
          ) : (
            <ul className="plain cards">
              {items.map((licence) => (
                <li key={licence.name} className="card">
                  <h3>{licence.name}</h3>
                  <Seats licence={licence} />
                  <Holders licence={licence} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  )
}
