import { Link } from 'react-router'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'
import { Period } from './Period'
import type { Result } from './queries'

/** About what a result is, who made it and when. */
export function ResultFacts({ result, zone }: { result: Result; zone: string | undefined }) {
  return (
    <dl className="facts">
      <dt>About</dt>
      <dd>{result.vessel ? <Link to={`/vessels/${result.vessel}`}>{result.vessel}</Link> : 'the whole fleet'}</dd>
      <dt>Period</dt>
      <dd>
        <Period start={result.start} end={result.end} zone={zone} />
      </dd>
      <dt>Model</dt>
      <dd>
        {result.model.name} {result.model.version}
      </dd>
      <dt>Run</dt>
      <dd>{result.run.id}</dd>
      <dt>Produced</dt>
      <dd>
        <Time at={result.producedAt} zone={zone} style="second" />
      </dd>
      <dt>Recorded</dt>
      <dd>
        <Time at={result.recordedAt} zone={zone} style="second" /> by {result.recordedBy}
      </dd>
      <dt>State</dt>
      <dd>
        {result.current ? (
          <Tag tone="success">current</Tag>
        ) : (
          <Tag tone="caution">replaced by a newer run or version of the model</Tag>
        )}{' '}
        revision {result.revision}
      </dd>
    </dl>
  )
}
