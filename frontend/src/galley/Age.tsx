import { useNow } from '../ui/now'
import { Tag } from '../ui/Tag'
import { durationText } from '../ui/duration'
import type { Freshness } from './freshness'

const NEW_S = 60
const TICK_MS = 10_000

/** How old an answer is, and whether it is still good. */
export function Age({ freshness, cameAt }: { freshness: Freshness; cameAt: number }) {
  const now = useNow(TICK_MS)
  const seconds = freshness.ageSeconds + Math.max(0, (now - cameAt) / 1000)
  const text = seconds < NEW_S ? 'less than a minute old' : `${durationText(seconds)} old`
  if (freshness.standsIn) return <Tag tone="warning">stale, {text}: the source does not answer</Tag>
  if (freshness.stale) return <Tag tone="caution">stale, {text}</Tag>
  return <Tag tone="success">{text}</Tag>
}
