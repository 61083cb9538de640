import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Empty } from '../../ui/Empty'
import { type Upstream, upstreamsQuery } from './queries'
import { UpstreamForm } from './UpstreamForm'
import { UpstreamsTable } from './UpstreamsTable'

/** The outside APIs that are relayed. */
export function UpstreamsPanel() {
  const upstreams = useQuery(upstreamsQuery)
  const [edited, setEdited] = useState<Upstream | 'new'>()
  const close = () => setEdited(undefined)
  return (
    <Panel
      title="Upstreams of the relay"
      actions={
        <button type="button" className="button" onClick={() => setEdited('new')}>
          Add an upstream
        </button>
      }
    >
      <QueryView query={upstreams} what="the upstreams">
        {(found) =>
          found.length === 0 ? (
            <Empty>Nothing is relayed yet. Add an outside API above.</Empty>
          ) : (
            <UpstreamsTable upstreams={found} onEdit={setEdited} />
          )
        }
      </QueryView>
      {edited && (
        <Dialog title={edited === 'new' ? 'Add an upstream' : `Change ${edited.name}`} onClose={close}>
          <UpstreamForm upstream={edited === 'new' ? null : edited} onDone={close} />
        </Dialog>
      )}
    </Panel>
  )
}
