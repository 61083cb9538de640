import { useQuery } from '@tanstack/react-query'
import { JsonTree } from '../../ui/JsonTree'
import { quantity } from '../../ui/numbers'
import { Download } from '../Download'
import { labelOf } from '../names'
import { type Job, processQuery } from '../queries'
import { isLink, type Outputs as Found } from './fetched'

/** Each output by the title that its process gives it, to look through and to save. */
export function Outputs({ job, found }: { job: Job; found: Found }) {
  const described = useQuery(processQuery(job.processID ?? '')).data?.outputs ?? {}
  const order = Object.keys(described)
  const names = Object.keys(found).sort((a, b) => placeIn(order, a) - placeIn(order, b))
  return (
    <ul className="plain outputs">
      {names.map((name) => (
        <li key={name}>
          <h3>{labelOf(name, described[name]?.title)}</h3>
          {described[name]?.description && <p className="hint">{described[name].description}</p>}
          <div className="output">
            <Shown output={found[name]} />
            <Save job={job} name={name} output={found[name]} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function placeIn(order: string[], name: string): number {
  const place = order.indexOf(name)
  return place < 0 ? order.length : place
}

function Shown({ output }: { output: unknown }) {
  if (isLink(output)) {
    return (
      <p>
        {quantity(output.length / 1e6, 'MB')} of {output.type}
      </p>
    )
  }
  if (typeof output !== 'object' || output === null) return <JsonTree value={output} />
  const size = Object.keys(output).length
  return (
    <details>
      <summary>
        {size} {Array.isArray(output) ? (size === 1 ? 'item' : 'items') : size === 1 ? 'field' : 'fields'}
      </summary>
      <JsonTree value={output} />
    </details>
  )
}

/** A number or a short text needs no file. */
function Save({ job, name, output }: { job: Job; name: string; output: unknown }) {
  if (typeof output !== 'object' || output === null) return null
  const path = `/api/v1/jobs/${job.jobID}/results/${encodeURIComponent(name)}`
  const file = isLink(output) ? `${job.processID}-${name}` : `${job.processID}-${name}.json`
  return (
    <Download path={path} name={file} large={isLink(output)}>
      Download<span className="visually-hidden"> {name}</span>
    </Download>
  )
}
