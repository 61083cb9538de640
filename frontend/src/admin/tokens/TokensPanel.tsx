import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../auth/session'
import { Dialog } from '../../ui/Dialog'
import { Empty } from '../../ui/Empty'
import { Panel } from '../../ui/Panel'
import { QueryView } from '../../ui/QueryView'
import { Confirm } from '../Confirm'
import { useChange } from '../useChange'
import { MadeToken } from './MadeToken'
import { NewToken } from './NewToken'
import { type AccessToken, type CreatedAccessToken, revokeToken, TOKENS, tokensQuery } from './queries'
import { TokensTable } from './TokensTable'

/** Personal access tokens: what programs such as Power BI sign in with. */
export function TokensPanel() {
  const session = useSession()
  const [owner, setOwner] = useState('')
  const tokens = useQuery(tokensQuery(owner.trim()))
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<CreatedAccessToken>()
  const [revoked, setRevoked] = useState<AccessToken>()
  return (
    <Panel
      title="Personal access tokens"
      actions={
        <>
          {session.can('admin') && (
            <label className="compact">
              <span>Of whom</span>
              <input
                type="search"
                placeholder={session.name}
                value={owner}
                onChange={(event) => setOwner(event.target.value)}
              />
            </label>
          )}
          <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
            Make a token
          </button>
        </>
      }
    >
      <p>
        With a token a program reads or sends readings, power and results in your name: Power BI, Excel, Python, a
        gateway on board.
      </p>
      <QueryView query={tokens} what="the tokens">
        {(found) =>
          found.length === 0 ? (
            <Empty>{owner.trim() ? `${owner.trim()} has no token.` : 'You have no token yet. Make one above.'}</Empty>
          ) : (
            <TokensTable tokens={found} onRevoke={setRevoked} />
          )
        }
      </QueryView>
      {making && (
        <Dialog
          title={made ? 'Your new token' : 'Make a token'}
          onClose={() => {
            setMaking(false)
            setMade(undefined)
          }}
        >
          {made ? <MadeToken made={made} /> : <NewToken onMade={setMade} />}
        </Dialog>
      )}
      {revoked && <Revoke token={revoked} onClose={() => setRevoked(undefined)} />}
    </Panel>
  )
}

function Revoke({ token, onClose }: { token: AccessToken; onClose: () => void }) {
  const revoke = useChange(TOKENS, revokeToken)
  return (
    <Confirm
      title={`Revoke “${token.name}”?`}
      action="Revoke"
      working={revoke.working}
      problem={revoke.problem}
      onConfirm={() => revoke.start(token.id, onClose)}
      onClose={onClose}
    >
      <p>Whatever uses it is let in no more from now on. It cannot be taken back; a new token can be made.</p>
    </Confirm>
  )
}
