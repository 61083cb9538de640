import { ErrorResponse, User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { noAnswer } from '../api/problem'

/*
 * Sign-in by OpenID Connect with PKCE (RFC 7636). The tokens live in the tab's session storage: they end with the tab.
 */

interface Config {
  authority: string
  clientId: string
}

let manager: UserManager | undefined
let expired: () => void = () => undefined
let renewing: Promise<User | null> | undefined

/** Reads where to sign in, which an installation may replace, and makes the manager of tokens. */
export async function openManager(): Promise<UserManager> {
  if (manager) return manager
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { cache: 'no-cache' })
  const config = (await response.json()) as Config
  manager = new UserManager({
    authority: new URL(config.authority, window.location.origin).href,
    client_id: config.clientId,
    redirect_uri: `${window.location.origin}/signed-in`,
    post_logout_redirect_uri: `${window.location.origin}/`,
    scope: 'openid profile',
    userStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
  })
  return manager
}

/** Whom to tell when the tokens are not good any more. */
export function onExpired(listener: () => void): void {
  expired = listener
}

/** The service did not take the token: whoever shows the page must ask to sign in again. */
export function signInAgain(): void {
  expired()
}

/** Who is signed in, with tokens that are good: renewed if they had run out. */
export async function signedIn(): Promise<User | null> {
  const user = (await manager?.getUser()) ?? null
  if (!user?.expired) return user
  // Without a refresh token the library would try a frame, which the gateway's policy forbids.
  if (!user.refresh_token) return null
  renewing ??= renewed().finally(() => {
    renewing = undefined
  })
  return renewing
}

/** Nobody when the identity provider refuses; fails when it cannot be asked, for then the sign-in may still be good. */
async function renewed(): Promise<User | null> {
  try {
    return (await manager?.signinSilent()) ?? null
  } catch (thrown) {
    if (thrown instanceof ErrorResponse) return null
    throw noAnswer(thrown)
  }
}

/** The token to send, or nothing. */
export async function accessToken(): Promise<string | undefined> {
  return (await signedIn())?.access_token
}

export type { User }
