import { type ComponentType, lazy } from 'react'
import type { Outputs } from './fetched'

/** Draws the results of a process, from what it was given and what it found. */
export type Drawing = ComponentType<{ inputs: Record<string, unknown>; outputs: Outputs }>

/** Which results are drawn how. Those of all other processes are shown as they are. */
export const DRAWINGS: Partial<Record<string, Drawing>> = {
  'carbon-intensity': lazy(async () => ({ default: (await import('./CarbonResults')).CarbonResults })),
  'energy-report': lazy(async () => ({ default: (await import('./EnergyResults')).EnergyResults })),
  'mooring-statics': lazy(async () => ({ default: (await import('./MooringResults')).MooringResults })),
  'network-plan': lazy(async () => ({ default: (await import('./NetworkResults')).NetworkResults })),
  'power-forecast': lazy(async () => ({ default: (await import('./ForecastResults')).ForecastResults })),
  'schedule-assignment': lazy(async () => ({ default: (await import('./RosterResults')).RosterResults })),
}
