import { User, UserManager, WebStorageStateStore } from 'oidc-client-ts'

/*
 * Sign-in by OpenID Connect with PKCE (RFC 7636). The tokens live in the tab's session storage: they end with the tab.
 */

interface Config {
  authority: string
  clientId: string
}

let manager: UserManager | undefined
let expired: () => void = () => undefined

/** Reads where to sign in, which an installation may replace, and makes the manager of tokens. */
export async function openManager(): Promise<UserManager> {
  if (manager) return manager
  const response = await fetch('/app/config.json', { cache: 'no-cache' })
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
  manager.events.addSilentRenewError(() => expired())
  manager.events.addAccessTokenExpired(() => expired())
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

/** The token to send, renewed if it has run out, or nothing. */
export async function accessToken(): Promise<string | undefined> {
  const user = await manager?.getUser()
  if (!user) return undefined
  if (!user.expired) return user.access_token
  const renewed = await manager?.signinSilent().catch(() => null)
  return renewed?.access_token
}

export type { User }
