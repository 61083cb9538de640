import { useEffect, useRef, useState } from 'react'
import { useNotices } from '../notifications/context'
import type { Result } from './queries'
import { summaryOf } from './summary'

/** More than these at once are told in one notice. */
const SINGLY = 3

const keyOf = (result: Result) => `${result.id} ${result.revision}`

/** The ids of results that came, or were corrected, since the page was opened; each is told once. */
export function useNewResults(results: Result[] | undefined): Set<string> {
  const { tell } = useNotices()
  const [opened, setOpened] = useState<Set<string>>()
  if (results && !opened) setOpened(new Set(results.map(keyOf)))
  const come = opened ? (results ?? []).filter((result) => !opened.has(keyOf(result))) : []

  const told = useRef(new Set<string>())
  useEffect(() => {
    const untold = come.filter((result) => !told.current.has(keyOf(result)))
    untold.forEach((result) => told.current.add(keyOf(result)))
    if (untold.length > SINGLY) {
      tell({ severity: 'info', title: `${untold.length} new results`, to: '/analytics' })
      return
    }
    for (const result of untold) {
      const title = `New: ${result.name} of ${result.vessel ?? 'the whole fleet'}`
      tell({ severity: 'info', title, detail: summaryOf(result), to: `/analytics/${result.id}` })
    }
  })
  return new Set(come.map((result) => result.id))
}
