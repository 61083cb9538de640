import { useState } from 'react'
import { Time } from './Time'

/** Says that what is shown may be old, and that nothing has to be done about it. */
export function ConnectionLost({ online }: { online: boolean }) {
  const [since] = useState(() => new Date().toISOString())
  return (
    <div role="status" aria-label="Connection" className="banner banner-caution">
      <span>
        {online ? 'Fairlead’s news cannot be heard.' : 'This device is offline.'} What you see may be as old as{' '}
        <Time at={since} style="second" />. It goes on by itself.
      </span>
    </div>
  )
}
