import { useQuery } from '@tanstack/react-query'
import { quantity } from '../../ui/numbers'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { bytesText } from './bytes'
import { type CacheStatistics, statisticsQuery } from './queries'

/** How the cache does, in numbers. */
export function Statistics() {
  const statistics = useQuery(statisticsQuery)
  return (
    <Panel title="How the cache does">
      <QueryView query={statistics} what="the statistics">
        {(found) => (
          <>
            <dl className="admin-figures">
              {figures(found).map(([title, text]) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <p className="hint">
              Of the instance that answered, since it started. The hit rate is the share of answers that caused no
              request to an upstream.
            </p>
          </>
        )}
      </QueryView>
    </Panel>
  )
}

function figures(found: CacheStatistics): [string, string][] {
  const asked = found.hits + found.collapsed + found.misses + found.stale + found.passedOn
  return [
    ['Hit rate', asked === 0 ? '–' : quantity(Math.round(found.hitRate * 1000) / 10, '%')],
    ['Fresh', quantity(found.hits)],
    ['Waited for another’s', quantity(found.collapsed)],
    ['Nothing kept', quantity(found.misses)],
    ['Only stale kept', quantity(found.stale)],
    ['Passed on', quantity(found.passedOn)],
    ['In memory', `${quantity(found.memoryEntries)} answers`],
    ['Memory', bytesText(found.memoryBytes)],
  ]
}
