import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { ClockContext } from '../ui/clock'
import { type Palette, PaletteContext, palettes } from '../ui/palette'

function kept<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  const value = window.localStorage.getItem(key)
  return allowed.find((known) => known === value) ?? otherwise
}

/** What a person chose for this browser: the palette and the clock. */
export function Preferences({ children }: { children: ReactNode }) {
  const [palette, setPalette] = useState<Palette>(() => kept('palette', palettes, 'day'))
  const [zone, setZone] = useState<'utc' | 'vessel'>(() => kept('clock', ['utc', 'vessel'] as const, 'utc'))

  // Before any effect of what is inside: charts read the palette's colours from the document in theirs.
  useLayoutEffect(() => {
    document.documentElement.dataset['obcTheme'] = palette
    window.localStorage.setItem('palette', palette)
  }, [palette])
  useEffect(() => window.localStorage.setItem('clock', zone), [zone])

  const look = useMemo(() => ({ palette, setPalette }), [palette])
  const clock = useMemo(
    () => ({ utc: zone === 'utc', setUtc: (utc: boolean) => setZone(utc ? 'utc' : 'vessel') }),
    [zone],
  )
  return (
    <PaletteContext value={look}>
      <ClockContext value={clock}>{children}</ClockContext>
    </PaletteContext>
  )
}
