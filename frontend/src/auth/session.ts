import { createContext, use } from 'react'
import type { User } from 'oidc-client-ts'

export type Role = 'viewer' | 'operator' | 'admin' | 'ingest' | 'worker'

/** Who uses the page. */
export interface Session {
  name: string
  subject: string
  /** Whether the person has a role; the identity provider has expanded those that include others. */
  can: (role: Role) => boolean
  signOut: () => void
}

export const SessionContext = createContext<Session | null>(null)

/** Who is signed in; only within pages, which nobody sees who is not. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('nobody is signed in')
  return session
}

/** The claims of a token, which the services check, not this page. */
export function claims(token: string): Record<string, unknown> {
  const part = token.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
}

export function sessionOf(user: User, signOut: () => void): Session {
  const granted = claims(user.access_token)['realm_access'] as { roles?: string[] } | undefined
  const roles = new Set(granted?.roles ?? [])
  return {
    name: user.profile.preferred_username ?? user.profile.name ?? user.profile.sub,
    subject: user.profile.sub,
    can: (role) => roles.has(role),
    signOut,
  }
}
