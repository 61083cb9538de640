import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'running' | 'success' | 'caution' | 'warning' | 'alarm'

/** A state in a word; the tone only underlines what the word says. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
