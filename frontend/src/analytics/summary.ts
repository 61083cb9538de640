import { quantity } from '../ui/numbers'
import type { Result } from './queries'
import { objectOf, seriesOf, tableOf } from './value'

/** A unit for a person: `1` stands for none. */
export const unitText = (unit: string | null) => (unit === '1' ? null : unit)

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** What a result says, in a few words. */
export function summaryOf(result: Result): string {
  const unit = unitText(result.unit)
  switch (result.type) {
    case 'number':
      return quantity(typeof result.value === 'number' ? result.value : null, unit)
    case 'series': {
      const points = seriesOf(result.value)
      const last = points.findLast((point) => point.value !== null)
      return `${count(points.length, 'value')}, last ${quantity(last?.value, unit)}`
    }
    case 'table': {
      const { columns, rows } = tableOf(result.value)
      return `${count(rows.length, 'row')} of ${count(columns.length, 'column')}`
    }
    case 'object':
      return count(Object.keys(objectOf(result.value)).length, 'field')
  }
}
