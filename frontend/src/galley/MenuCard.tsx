import { useQuery } from '@tanstack/react-query'
import { Age } from './Age'
import { Dish } from './Dish'
import { menuQuery, type Restaurant } from './queries'
import { Unavailable } from './Unavailable'
import { Waiting } from './Waiting'

/** A restaurant and what it serves today. Each asks for itself, so that a slow one holds up no other. */
export function MenuCard({ restaurant, wanted }: { restaurant: Restaurant; wanted: string }) {
  const query = useQuery(menuQuery(restaurant.identifier))
  const menu = query.data
  return (
    <li className="card" id={`restaurant-${restaurant.identifier}`} tabIndex={-1}>
      <h3>{restaurant.name}</h3>
      {menu && (
        <>
          {menu.location && <p className="hint">{menu.location}</p>}
          {menu.menu.length === 0 ? (
            <p>No dishes today: it is closed, or has not said yet.</p>
          ) : (
            <ul className="galley-dishes">
              {menu.menu.map((served) => (
                <li key={served.dish}>
                  <Dish name={served.dish} wanted={wanted} />
                </li>
              ))}
            </ul>
          )}
          <Links name={menu.name} url={menu.url} mapUrl={menu.mapUrl} />
          <Age freshness={menu.freshness} cameAt={query.dataUpdatedAt} />
        </>
      )}
      {query.isPending && <Waiting what="its menu" />}
      <Unavailable query={query} />
    </li>
  )
}

function Links({ name, url, mapUrl }: { name: string; url: string | null; mapUrl: string | null }) {
  const links = [
    { to: web(url), text: 'Web page' },
    { to: web(mapUrl), text: 'Map' },
  ].filter((link) => link.to)
  if (links.length === 0) return null
  return (
    <p className="actions">
      {links.map((link) => (
        <a key={link.text} href={link.to} target="_blank" rel="noreferrer" aria-label={`${link.text} of ${name}`}>
          {link.text}
        </a>
      ))}
    </p>
  )
}

/** Only what leads to a web page: the addresses come from outside. */
function web(address: string | null): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined
}
