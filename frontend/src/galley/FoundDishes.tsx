import { useQuery } from '@tanstack/react-query'
import { Empty } from '../ui/Empty'
import { Dish } from './Dish'
import { dishesQuery, type ServedDish } from './queries'
import { Unavailable } from './Unavailable'
import { Waiting } from './Waiting'

/** Where a dish is served today. */
export function FoundDishes({ wanted }: { wanted: string }) {
  const query = useQuery(dishesQuery(wanted))
  return (
    <div aria-live="polite">
      {query.isPending && <Waiting what={`“${wanted}” in all menus`} />}
      <Unavailable query={query} />
      {query.data?.length === 0 && (
        <Empty>Nobody serves “{wanted}” today. Try a part of the word, or look through the menus below.</Empty>
      )}
      {query.data && query.data.length > 0 && <Served dishes={query.data} wanted={wanted} />}
    </div>
  )
}

function Served({ dishes, wanted }: { dishes: ServedDish[]; wanted: string }) {
  return (
    <>
      <p>
        “{wanted}” is served {dishes.length === 1 ? 'once' : `${dishes.length} times`} today.
      </p>
      <ul className="galley-dishes">
        {dishes.map(({ dish, restaurant }) => (
          <li key={`${restaurant.identifier} ${dish}`}>
            <Dish name={dish} wanted={wanted} /> at{' '}
            <a href={`#restaurant-${restaurant.identifier}`}>{restaurant.name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
