import { useState } from 'react'
import { Tag } from '../../ui/Tag'
import { Time } from '../../ui/Time'
import { Copy } from '../Copy'
import type { SigningSecret } from './queries'

const HIDDEN = '•'.repeat(24)

/** A secret, hidden from who looks over a shoulder until it is asked for. */
export function Secret({ secret, current }: { secret: SigningSecret; current: boolean }) {
  const [shown, setShown] = useState(false)
  const what = current ? 'the current secret' : 'the secret before'
  return (
    <li>
      <p className="admin-secret">
        <Tag tone={current ? 'success' : 'neutral'}>{current ? 'current' : 'before'}</Tag>
        <code>{shown ? secret.secret : `whsec_${HIDDEN}`}</code>
        <button
          type="button"
          className="button"
          aria-label={`${shown ? 'Hide' : 'Show'} ${what}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
        <Copy text={secret.secret ?? ''} what={what} />
      </p>
      <p className="hint">
        Made <Time at={secret.created} />
        {secret.expires && (
          <>
            , signs until <Time at={secret.expires} />
          </>
        )}
      </p>
    </li>
  )
}
