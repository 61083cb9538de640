import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Empty } from '../../ui/Empty'
import { Loading } from '../../ui/Loading'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Download } from '../Download'
import { inputsQuery, type Job } from '../queries'
import './results.css'
import { DRAWINGS } from './drawings'
import { type Outputs as Found, resultsQuery } from './fetched'
import { IfDrawn } from './IfDrawn'
import { Outputs } from './Outputs'

/** What a job found, drawn by what it is where that is known, and always as it is. */
export function Results({ job }: { job: Job }) {
  const results = useQuery(resultsQuery(job))
  return (
    <QueryView query={results} what="the results">
      {(found) => (
        <>
          {found && <Drawn job={job} found={found} />}
          <Panel
            title="Outputs"
            actions={
              <Download path={`/api/v1/jobs/${job.jobID}/results`} name={`${job.processID}-results.json`}>
                Download all results
              </Download>
            }
          >
            {found ? (
              <Outputs job={job} found={found} />
            ) : (
              <Empty>The results are too large to show here, or no JSON. Download them.</Empty>
            )}
          </Panel>
        </>
      )}
    </QueryView>
  )
}

function Drawn({ job, found }: { job: Job; found: Found }) {
  const inputs = useQuery(inputsQuery(job.jobID ?? ''))
  const Drawing = DRAWINGS[job.processID ?? '']
  if (!Drawing) return null
  return (
    <QueryView query={inputs} what="what was given">
      {(given) => (
        <IfDrawn>
          <Suspense fallback={<Loading what="the drawing" />}>
            <Drawing inputs={given} outputs={found} />
          </Suspense>
        </IfDrawn>
      )}
    </QueryView>
  )
}
