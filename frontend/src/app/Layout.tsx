import '@oicl/openbridge-webcomponents/dist/icons/icon-calendar-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-computer-server.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-food-google.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-own-ship-iec.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-settings-iec.js'
import '@oicl/openbridge-webcomponents/dist/icons/icon-dashboard.js'
import { Outlet, NavLink } from 'react-router'
import { useSession } from '../auth/session'
import { FleetChanges } from '../fleet/FleetChanges'
import { Icon } from '../ui/Icon'
import { Notifications } from '../notifications/Notifications'
import { TopBar } from './TopBar'

const PAGES = [
  { to: '/fleet', title: 'Fleet', icon: 'own-ship-iec' },
  { to: '/schedules', title: 'Schedules', icon: 'calendar-google' },
  { to: '/jobs', title: 'Jobs', icon: 'computer-server' },
  { to: '/analytics', title: 'Analytics', icon: 'dashboard' },
  { to: '/galley', title: 'Galley', icon: 'food-google' },
  // Everybody has tokens of their own; the page shows each what they may do.
  { to: '/admin', title: 'Access', adminTitle: 'Admin', icon: 'settings-iec' },
] as const

/** What stands around every page, and what listens on every page. */
export function Layout() {
  const session = useSession()
  return (
    <Notifications>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <FleetChanges />
      <div className="shell">
        <TopBar />
        <nav aria-label="Pages" className="navigation">
          <ul>
            {PAGES.map((page) => (
              <li key={page.to}>
                <NavLink to={page.to}>
                  <Icon name={page.icon} />
                  <span>{'adminTitle' in page && session.can('admin') ? page.adminTitle : page.title}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </Notifications>
  )
}
