import { describe, expect, it } from 'vitest'
import { cutAtMatches } from './match'

describe('cutAtMatches', () => {
  it('should cut at each match in any case', () => {
    expect(cutAtMatches('Pea soup, pear', 'PEA')).toEqual(['', 'Pea', ' soup, ', 'pea', 'r'])
  })
  it('should leave the text whole when nothing is looked for or found', () => {
    expect(cutAtMatches('Lentil stew', ' ')).toEqual(['Lentil stew'])
    expect(cutAtMatches('Lentil stew', 'soup')).toEqual(['Lentil stew'])
  })
})
