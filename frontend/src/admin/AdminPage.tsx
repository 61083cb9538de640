import './admin.css'
import { Navigate, NavLink, useParams } from 'react-router'
import { type Role, useSession } from '../auth/session'
import { Page } from '../ui/Page'
import { CachePanel } from './cache/CachePanel'
import { LicencesPanel } from './licences/LicencesPanel'
import { ProjectsPanel } from './projects/ProjectsPanel'
import { TokensPanel } from './tokens/TokensPanel'
import { TriggersPanel } from './triggers/TriggersPanel'
import { UpstreamsPanel } from './upstreams/UpstreamsPanel'
import { SecretsPanel } from './webhooks/SecretsPanel'

interface Part {
  path: string
  title: string
  /** Who may see it; others would be refused. */
  role: Role
  Panel: () => React.ReactNode
}

const PARTS: Part[] = [
  { path: 'tokens', title: 'Tokens', role: 'viewer', Panel: TokensPanel },
  { path: 'projects', title: 'Projects', role: 'viewer', Panel: ProjectsPanel },
  { path: 'triggers', title: 'Triggers', role: 'viewer', Panel: TriggersPanel },
  { path: 'licences', title: 'Licences', role: 'viewer', Panel: LicencesPanel },
  { path: 'webhooks', title: 'Webhook secrets', role: 'operator', Panel: SecretsPanel },
  { path: 'upstreams', title: 'Upstreams', role: 'admin', Panel: UpstreamsPanel },
  { path: 'cache', title: 'Cache', role: 'admin', Panel: CachePanel },
]

/** What an administrator looks after, and of that what everybody may: their own tokens, projects and triggers. */
export function AdminPage() {
  const session = useSession()
  const { part } = useParams()
  const parts = PARTS.filter(({ role }) => session.can(role))
  const shown = parts.find(({ path }) => path === part)
  const first = parts[0]
  if (!shown) return first ? <Navigate to={`/admin/${first.path}`} replace /> : <Refused />
  return (
    <Page title={session.can('admin') ? 'Admin' : 'Access'}>
      <nav aria-label="Parts" className="admin-parts">
        {parts.map(({ path, title }) => (
          <NavLink key={path} to={`/admin/${path}`} className="button">
            {title}
          </NavLink>
        ))}
      </nav>
      <shown.Panel key={shown.path} />
    </Page>
  )
}

function Refused() {
  return (
    <Page title="Access">
      <p>Your account has no role here. Ask an administrator for one.</p>
    </Page>
  )
}
