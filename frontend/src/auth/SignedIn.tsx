import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { UserManager } from 'oidc-client-ts'
import { asProblem, type Problem } from '../api/problem'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Loading } from '../ui/Loading'
import { SessionContext, sessionOf } from './session'
import { SignIn } from './SignIn'
import { onExpired, openManager, signedIn, type User } from './tokens'

interface Auth {
  manager?: UserManager
  user: User | null
  problem?: Problem
}

/** Completes the way back from the identity provider, or finds who is signed in already. */
async function enter(): Promise<Auth> {
  const manager = await openManager()
  if (window.location.pathname === '/signed-in') {
    const user = await manager.signinCallback()
    const back = (user?.state as { back?: string } | undefined)?.back ?? '/'
    window.history.replaceState(null, '', back)
    return { manager, user: user ?? null }
  }
  return { manager, user: await signedIn() }
}

let entering: Promise<Auth> | undefined

/** Shows what is inside to who is signed in, and the way to sign in to everybody else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const [auth, setAuth] = useState<Auth>()
  const [expired, setExpired] = useState(false)

  useEffect(() => {
    entering ??= enter().catch((thrown: unknown) => ({ user: null, problem: asProblem(thrown) }))
    void entering.then(setAuth)
    onExpired(() => setExpired(true))
  }, [])

  const session = useMemo(
    () => (auth?.user ? sessionOf(auth.user, () => void auth.manager?.signoutRedirect()) : null),
    [auth],
  )
  const signIn = () => {
    const back = window.location.pathname === '/signed-in' ? '/' : window.location.pathname + window.location.search
    void auth?.manager?.signinRedirect({ state: { back } }).catch((thrown: unknown) => {
      setAuth((known) => ({ user: null, ...known, problem: asProblem(thrown) }))
    })
  }

  if (!auth) return <Loading what="Fairlead" />
  if (!session) {
    return <SignIn onSignIn={auth.manager && signIn}>{auth.problem && <ErrorNotice problem={auth.problem} />}</SignIn>
  }
  return (
    <SessionContext value={session}>
      {expired && (
        <div role="alert" className="banner banner-alarm">
          Your sign-in has ended. What you see stays, but is not brought up to date.
          <button type="button" className="button" onClick={signIn}>
            Sign in again
          </button>
        </div>
      )}
      {children}
    </SessionContext>
  )
}
