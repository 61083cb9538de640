const formats = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en-GB', { minimumFractionDigits: 0, maximumFractionDigits: digits }),
)

/** A number with as many digits as its size needs, and its unit; a dash where there is none. */
export function quantity(value: number | null | undefined, unit?: string | null): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–'
  const size = Math.abs(value)
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3
  const text = (formats[digits] as Intl.NumberFormat).format(value)
  return unit ? `${text} ${unit}` : text
}
