import './galley.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Empty } from '../ui/Empty'
import { Field } from '../ui/Field'
import { Page } from '../ui/Page'
import { Panel } from '../ui/Panel'
import { Age } from './Age'
import { FoundDishes } from './FoundDishes'
import { MenuCard } from './MenuCard'
import { restaurantsQuery } from './queries'
import { Unavailable } from './Unavailable'
import { Waiting } from './Waiting'

const TYPED_MS = 350
const LONGEST = 100

/** What there is to eat today, and where. */
export function GalleyPage() {
  const [wanted, setWanted] = useWanted()
  return (
    <Page title="Galley">
      <Panel title="Find a dish">
        <Search wanted={wanted} onSearch={setWanted} />
        {wanted ? <FoundDishes wanted={wanted} /> : null}
      </Panel>
      <Menus wanted={wanted} />
    </Page>
  )
}

function Menus({ wanted }: { wanted: string }) {
  const query = useQuery(restaurantsQuery)
  const found = query.data
  return (
    <Panel title="Menus of today" actions={found && <Age freshness={found.freshness} cameAt={query.dataUpdatedAt} />}>
      {query.isPending && <Waiting what="the restaurants" />}
      <Unavailable query={query} />
      {found?.restaurants.length === 0 && (
        <Empty>The menus’ source names no restaurant. It is asked again every minute.</Empty>
      )}
      <ul className="plain cards">
        {found?.restaurants.map((restaurant) => (
          <MenuCard key={restaurant.identifier} restaurant={restaurant} wanted={wanted} />
        ))}
      </ul>
    </Panel>
  )
}

/** Asks when somebody stops typing, so that not each letter goes out. */
function Search({ wanted, onSearch }: { wanted: string; onSearch: (wanted: string) => void }) {
  const [text, setText] = useState(wanted)
  const search = useEffectEvent(onSearch)
  useEffect(() => {
    const timer = window.setTimeout(() => search(text.trim()), TYPED_MS)
    return () => window.clearTimeout(timer)
  }, [text])
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text.trim())
      }}
    >
      <Field label="A part of its name" hint="For example salmon or soup.">
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </form>
  )
}

/** What is looked for stands in the address, so that it can be passed on. */
function useWanted(): [string, (wanted: string) => void] {
  const [parameters, setParameters] = useSearchParams()
  const wanted = parameters.get('q') ?? ''
  const set = (next: string) => {
    if (next !== wanted) setParameters(next ? { q: next } : {}, { replace: true })
  }
  return [wanted, set]
}
