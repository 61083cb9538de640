/** A point of a series; null where there is nothing. */
export interface Point {
  time: string
  value: number | null
}

export type Cell = number | string | boolean | null

export interface DataTable {
  columns: { name: string; unit?: string | null }[]
  rows: Cell[][]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const isCell = (value: unknown): value is Cell =>
  value === null || ['number', 'string', 'boolean'].includes(typeof value)

/** The value of a result of type `series`. */
export function seriesOf(value: unknown): Point[] {
  if (!Array.isArray(value)) return []
  return value.filter(isObject).flatMap(({ time, value: at }) => {
    if (typeof time !== 'string') return []
    return [{ time, value: typeof at === 'number' ? at : null }]
  })
}

/** The value of a result of type `table`. */
export function tableOf(value: unknown): DataTable {
  const { columns, rows } = isObject(value) ? value : {}
  return {
    columns: (Array.isArray(columns) ? columns : []).filter(isObject).map(({ name, unit }) => ({
      name: String(name),
      unit: typeof unit === 'string' ? unit : null,
    })),
    rows: (Array.isArray(rows) ? rows : []).filter(Array.isArray).map((row) => row.filter(isCell)),
  }
}

/** The value of a result of type `object`, or nothing. */
export function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}

/** Whether a text is a time with its zone, as the API writes them. */
export function isTime(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text))
}

/** A table whose first column is time and that has numbers beside it can be drawn by time. */
export function isByTime({ columns, rows }: DataTable): boolean {
  return (
    rows.length > 1 &&
    columns.length > 1 &&
    rows.every((row) => isTime(row[0])) &&
    numericColumns({ columns, rows }).length > 0
  )
}

/** The columns that hold numbers, and at most gaps beside them. */
export function numericColumns({ columns, rows }: DataTable): number[] {
  return columns
    .map((_, i) => i)
    .filter(
      (i) =>
        rows.some((row) => typeof row[i] === 'number') &&
        rows.every((row) => typeof row[i] === 'number' || row[i] === null),
    )
}
