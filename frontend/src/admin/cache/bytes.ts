import { quantity } from '../../ui/numbers'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']
const STEP = 1_000

/** A size for a person: "6.46 kB". */
export function bytesText(bytes: number): string {
  const power = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  return quantity(bytes / STEP ** power, UNITS[power])
}
