import { expect, it } from 'vitest'
import { bytesText } from './bytes'

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [6_458, '6.46 kB'],
  [1_048_576, '1.05 MB'],
  [2_000_000_000_000_000, '2,000 TB'],
])('should say %d bytes as "%s"', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})
