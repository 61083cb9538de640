import { timeText, useClock } from './clock'

interface Props {
  at: string | null | undefined
  /** The vessel's zone, where there is one; the switch in the top bar chooses between it and UTC. */
  zone?: string | undefined
  style?: 'minute' | 'second' | 'day'
}

/** A time, or a dash where there is none. */
export function Time({ at, zone, style = 'minute' }: Props) {
  const { utc } = useClock()
  if (!at) return <>–</>
  return <time dateTime={at}>{timeText(at, utc || !zone ? 'UTC' : zone, style)}</time>
}
