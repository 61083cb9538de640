import { useQuery } from '@tanstack/react-query'
import { JsonTree } from '../../ui/JsonTree'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Download } from '../Download'
import { inputsQuery, type Job } from '../queries'

/** What the job was given. */
export function Inputs({ job }: { job: Job }) {
  const inputs = useQuery(inputsQuery(job.jobID ?? ''))
  return (
    <Panel
      title="Inputs"
      actions={
        <Download path={`/api/v1/jobs/${job.jobID}/inputs`} name={`${job.processID}-inputs.json`}>
          Download the inputs
        </Download>
      }
    >
      <QueryView query={inputs} what="the inputs">
        {(known) => <JsonTree value={known} />}
      </QueryView>
    </Panel>
  )
}
