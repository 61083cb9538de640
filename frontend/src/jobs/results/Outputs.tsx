import { useQuery } from '@tanstack/react-query'
import { JsonTree } from '../../ui/JsonTree'
import { quantity } from '../../ui/numbers'
import { Time } from '../../ui/Time'
import { Download } from '../Download'
import { labelOf, named } from '../names'
import { type Job, type Process, processQuery } from '../queries'
import { isLink, type Outputs as Found } from './fetched'

const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

type Described = NonNullable<Process['outputs']>

/** Each output by the title that its process gives it: single values as facts, others to look through and to save. */
export function Outputs({ job, found }: { job: Job; found: Found }) {
  const described = useQuery(processQuery(job.processID ?? '')).data?.outputs ?? {}
  const order = Object.keys(described)
  const names = Object.keys(found).sort((a, b) => placeIn(order, a) - placeIn(order, b))
  const isInner = (name: string) => typeof found[name] === 'object' && found[name] !== null
  return (
    <>
      <dl className="facts">
        {names
          .filter((name) => !isInner(name))
          .map((name) => (
            <Fact key={name} name={name} value={found[name]} described={described} />
          ))}
      </dl>
      <ul className="plain outputs">
        {names.filter(isInner).map((name) => (
          <li key={name}>
            <h3>{labelOf(name, described[name]?.title)}</h3>
            {described[name]?.description && <p className="hint">{described[name].description}</p>}
            <div className="output">
              <Inner output={found[name] as object} />
              <Save job={job} name={name} output={found[name]} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function placeIn(order: string[], name: string): number {
  const place = order.indexOf(name)
  return place < 0 ? order.length : place
}

function Fact({ name, value, described }: { name: string; value: unknown; described: Described }) {
  return (
    <>
      <dt title={described[name]?.description}>{described[name]?.title ?? named(name).text}</dt>
      <dd>
        <Value value={value} unit={named(name).unit} />
      </dd>
    </>
  )
}

function Value({ value, unit }: { value: unknown; unit: string }) {
  if (value === null) return <>–</>
  if (typeof value === 'string' && TIME.test(value)) return <Time at={value} style="second" />
  // Without a unit it may be a year or a count, which stand as they are.
  if (typeof value === 'number') return <>{unit || !Number.isInteger(value) ? quantity(value, unit) : value}</>
  return <>{String(value)}</>
}

function Inner({ output }: { output: object }) {
  if (isLink(output)) {
    return (
      <p>
        {quantity(output.length / 1e6, 'MB')} of {output.type}
      </p>
    )
  }
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

function Save({ job, name, output }: { job: Job; name: string; output: unknown }) {
  const path = `/api/v1/jobs/${job.jobID}/results/${encodeURIComponent(name)}`
  const file = isLink(output) ? `${job.processID}-${name}` : `${job.processID}-${name}.json`
  return (
    <Download path={path} name={file} large={isLink(output)}>
      Download<span className="visually-hidden"> {name}</span>
    </Download>
  )
}
