import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotices } from '../../notifications/context'
import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Confirm } from '../Confirm'
import { useChange } from '../useChange'
import { KeptTable } from './KeptTable'
import { CACHE, keptQuery, MOST_LISTED, purge } from './queries'

/** What is kept under a prefix, and the way to forget it. */
export function Kept() {
  const [prefix, setPrefix] = useState('')
  const [purging, setPurging] = useState(false)
  const wanted = prefix.trim()
  const kept = useQuery(keptQuery(wanted))
  return (
    <Panel
      title="Kept answers"
      actions={
        <>
          <label className="compact">
            <span>Beginning with</span>
            <input
              type="search"
              placeholder="menu/api/restaurant"
              maxLength={2100}
              value={prefix}
              onChange={(event) => setPrefix(event.target.value)}
            />
          </label>
          <button
            type="button"
            className="button"
            disabled={!wanted}
            aria-describedby="purge-hint"
            onClick={() => setPurging(true)}
          >
            Forget these
          </button>
        </>
      }
    >
      <p id="purge-hint" className="hint">
        A prefix is the upstream’s name, then the path. To forget answers, say which.
      </p>
      <QueryView query={kept} what="the kept answers">
        {(found) =>
          found.length === 0 ? (
            <Empty>{wanted ? 'Nothing kept begins so.' : 'Nothing is kept yet: nobody has asked for anything.'}</Empty>
          ) : (
            <>
              <KeptTable kept={found} />
              {found.length >= MOST_LISTED && (
                <p className="hint">These are the first {MOST_LISTED}; a prefix narrows them.</p>
              )}
            </>
          )
        }
      </QueryView>
      {purging && <Purge prefix={wanted} listed={kept.data?.length ?? 0} onClose={() => setPurging(false)} />}
    </Panel>
  )
}

function Purge({ prefix, listed, onClose }: { prefix: string; listed: number; onClose: () => void }) {
  const { tell } = useNotices()
  const change = useChange(CACHE, purge)
  const forget = () =>
    change.start(prefix, ({ purged }) => {
      tell({ severity: 'success', title: `${purged} kept ${purged === 1 ? 'answer' : 'answers'} forgotten` })
      onClose()
    })
  return (
    <Confirm
      title={`Forget what begins with “${prefix}”?`}
      action="Forget"
      working={change.working}
      problem={change.problem}
      onConfirm={forget}
      onClose={onClose}
    >
      <p>
        {listed >= MOST_LISTED ? `At least ${listed}` : listed} kept {listed === 1 ? 'answer is' : 'answers are'}{' '}
        forgotten in every instance. Each is asked for anew, and cannot stand in for its upstream should that fail now.
      </p>
    </Confirm>
  )
}
