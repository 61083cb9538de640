import type { components } from '../api/generated/job'
import type { Tone } from '../ui/Tag'

export type State = components['schemas']['JobState']

const LOOK: Record<State, { word: string; tone: Tone }> = {
  queued: { word: 'waiting', tone: 'neutral' },
  running: { word: 'running', tone: 'running' },
  cancelling: { word: 'being called off', tone: 'caution' },
  'retry-wait': { word: 'waits to be tried again', tone: 'caution' },
  successful: { word: 'done', tone: 'success' },
  failed: { word: 'failed', tone: 'alarm' },
  quarantined: { word: 'quarantined', tone: 'alarm' },
  dismissed: { word: 'called off', tone: 'neutral' },
}

const ENDS: ReadonlySet<string> = new Set<State>(['successful', 'failed', 'quarantined', 'dismissed'])

/** What a state is called and how grave it is. */
export function look(state: State | undefined): { word: string; tone: Tone } {
  return (state && LOOK[state]) ?? { word: state ?? 'unknown', tone: 'neutral' }
}

/** Whether nothing will change any more. */
export function isEnded(state: State | undefined): boolean {
  return state !== undefined && ENDS.has(state)
}

/** Whether it can be repeated: only what came to an end without results. */
export function isRepeatable(state: State | undefined): boolean {
  return isEnded(state) && state !== 'successful'
}
