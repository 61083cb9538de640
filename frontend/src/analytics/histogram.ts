import { type DataTable, objectOf } from './value'

/** How many fall between two limits. */
export interface Bin {
  from: number
  to: number
  count: number
}

export interface Histogram {
  bins: Bin[]
  /** What was measured. */
  unit: string | null
}

const FROM = /^(from|low(er)?|min|start|bin_?(from|start|low(er)?))$/i
const TO = /^(to|up(per)?|high|max|end|bin_?(to|end|up(per)?|high))$/i
const COUNT = /^(counts?|n|frequency|share|hours|density)$/i

/** A table of limits and counts is a histogram. */
export function histogramOfTable({ columns, rows }: DataTable): Histogram | null {
  const find = (wanted: RegExp) => columns.findIndex((column) => wanted.test(column.name))
  const [from, to, count] = [find(FROM), find(TO), find(COUNT)]
  if (columns.length !== 3 || from < 0 || to < 0 || count < 0 || rows.length === 0) return null
  const bins = rows.map((row) => ({ from: row[from], to: row[to], count: row[count] }))
  return bins.every(isBin) ? { bins, unit: columns[from]?.unit ?? null } : null
}

/** So is an object of n + 1 edges and n counts. */
export function histogramOfObject(value: unknown): Histogram | null {
  const { edges, counts, unit } = objectOf(value)
  if (!Array.isArray(edges) || !Array.isArray(counts) || counts.length === 0) return null
  if (edges.length !== counts.length + 1) return null
  const bins = counts.map((count: unknown, i) => ({ from: edges[i] as unknown, to: edges[i + 1] as unknown, count }))
  return bins.every(isBin) ? { bins, unit: typeof unit === 'string' ? unit : null } : null
}

function isBin(bin: { from: unknown; to: unknown; count: unknown }): bin is Bin {
  return (
    [bin.from, bin.to, bin.count].every((part) => typeof part === 'number') && (bin.to as number) > (bin.from as number)
  )
}
