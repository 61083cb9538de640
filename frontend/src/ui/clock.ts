import { createContext, use } from 'react'

/** How times are shown: in UTC, or in the vessel's own zone where a page is about one vessel. */
export interface Clock {
  utc: boolean
  setUtc: (utc: boolean) => void
}

export const ClockContext = createContext<Clock>({ utc: true, setUtc: () => undefined })

export function useClock(): Clock {
  return use(ClockContext)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, style: 'minute' | 'second' | 'day'): Intl.DateTimeFormat {
  const key = `${zone} ${style}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'short',
      day: '2-digit',
      ...(style === 'day' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      ...(style === 'second' ? { second: '2-digit' } : {}),
    })
    formats.set(key, made)
  }
  return made
}

/** A time for a person, with its zone: "21 Nov 2026, 22:30 UTC". */
export function timeText(
  at: string | number | Date,
  zone: string,
  style: 'minute' | 'second' | 'day' = 'minute',
): string {
  return `${format(zone, style).format(new Date(at))} ${zone}`
}
