import { type ReactNode, useEffect } from 'react'

/** The first page of who is not signed in. */
export function SignIn({ onSignIn, children }: { onSignIn: (() => void) | undefined; children?: ReactNode }) {
  useEffect(() => {
    document.title = 'Sign in · Fairlead'
  }, [])
  return (
    <main className="sign-in">
      <img src={`${import.meta.env.BASE_URL}fairlead.svg`} alt="" width={72} height={72} />
      <h1>Fairlead</h1>
      <p>Your fleet, its power and your computations.</p>
      {children}
      <button type="button" className="button button-primary" disabled={!onSignIn} onClick={onSignIn}>
        Sign in
      </button>
    </main>
  )
}
