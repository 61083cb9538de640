import { useSession } from '../auth/session'
import { NotificationCentre } from '../notifications/NotificationCentre'
import { useClock } from '../ui/clock'
import { palettes, usePalette } from '../ui/palette'

/** Where one is, how it looks, what was told, and who one is. */
export function TopBar() {
  const session = useSession()
  const { palette, setPalette } = usePalette()
  const { utc, setUtc } = useClock()
  return (
    <header className="top-bar">
      <span className="brand">
        <img src={`${import.meta.env.BASE_URL}fairlead.svg`} alt="" width={28} height={28} />
        Fairlead
      </span>
      <div className="actions">
        <label className="compact">
          <span>Times</span>
          <select value={utc ? 'utc' : 'vessel'} onChange={(event) => setUtc(event.target.value === 'utc')}>
            <option value="utc">UTC</option>
            <option value="vessel">Vessel</option>
          </select>
        </label>
        <label className="compact">
          <span>Palette</span>
          <select
            value={palette}
            onChange={(event) => setPalette(palettes.find((known) => known === event.target.value) ?? 'day')}
          >
            {palettes.map((known) => (
              <option key={known} value={known}>
                {known}
              </option>
            ))}
          </select>
        </label>
        <NotificationCentre />
        <span className="who">{session.name}</span>
        <button type="button" className="button" onClick={session.signOut}>
          Sign out
        </button>
      </div>
    </header>
  )
}
