import { Time } from '../../ui/Time'
import { Copy } from '../Copy'
import type { CreatedAccessToken } from './queries'

/** The secret, this once. */
export function MadeToken({ made }: { made: CreatedAccessToken }) {
  return (
    <>
      <p>
        <strong>Copy it now: it is shown only here and kept nowhere.</strong>
      </p>
      <p className="admin-secret">
        <code>{made.secret}</code>
        <Copy text={made.secret} what="the token" />
      </p>
      <p>
        Send it as <code>Authorization: Bearer</code>, or as the password of Basic authentication with any user name, as
        Power BI and Excel ask for. It ends on <Time at={made.token.expiresAt} />.
      </p>
    </>
  )
}
