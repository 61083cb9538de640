import { describe, expect, it } from 'vitest'
import type { Equipment } from '../fleet/queries'
import { nameText, readableName } from './channelName'

const piece = (name: string, channels: string[]) => ({ name, channels }) as Equipment

describe('readableName', () => {
  it('should say quantity, content and item when the name is a LocalID', () => {
    const name = '/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-temperature/cnt-exhaust.gas'
    expect(readableName({ name, labels: {} }, [])).toEqual({
      what: 'Temperature of exhaust gas',
      where: '411.1/C101.31-2',
    })
  })
  it('should name the equipment when one says that it reports the channel', () => {
    const name = '/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power'
    const equipment = [piece('other', ['power']), piece('Main engine 1', [name])]
    expect(nameText(readableName({ name, labels: {} }, equipment))).toBe('Power, Main engine 1')
  })
  it('should tell channels of one name apart when they have labels', () => {
    expect(nameText(readableName({ name: 'energy_counter', labels: { consumer: 'hotel' } }, []))).toBe(
      'Energy counter, consumer hotel',
    )
  })
  it('should leave a name as it is when it has slashes but is no LocalID of the scheme', () => {
    expect(nameText(readableName({ name: '/a/qty-other', labels: {} }, []))).toBe('/a/qty-other')
  })
})
