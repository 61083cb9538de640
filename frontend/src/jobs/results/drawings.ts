import { type ComponentType, lazy } from 'react'
import type { Outputs } from './fetched'

/** Draws the results of a process, from what it was given and what it found. */
export type Drawing = ComponentType<{ inputs: Record<string, unknown>; outputs: Outputs }>

/** Which results are drawn how. Those of all other processes are shown as they are. */
export const DRAWINGS: Partial<Record<string, Drawing>> = {
  'mooring-statics': lazy(async () => ({ default: (await import('./MooringResults')).MooringResults })),
}
