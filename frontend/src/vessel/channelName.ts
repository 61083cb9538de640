import type { Equipment } from '../fleet/queries'
import type { Channel } from './queries'

/** A channel's name as a person reads it. */
export interface ReadableName {
  /** What is measured: "Temperature of exhaust gas". */
  what: string
  /** Where: the equipment that reports it, or the item's codes. */
  where: string
}

const words = (text: string) => text.replaceAll(/[._]/g, ' ')
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The tags of a LocalID's metadata that say more than the quantity, and how they are said. */
const TAGS: [prefix: string, said: (value: string) => string][] = [
  ['cnt-', (value) => `of ${value}`],
  ['pos-', (value) => `at ${value}`],
  ['state-', (value) => `(${value})`],
  ['cmd-', (value) => `(${value})`],
  ['calc-', (value) => `(${value})`],
  ['type-', (value) => `(${value})`],
  ['detail-', (value) => `(${value})`],
]

/** Reads an ISO 19848 LocalID of the DNV scheme: /dnv-v2/vis-3-7a/411.1/C101/meta/qty-power. */
function ofLocalId(name: string): ReadableName | null {
  const parts = name.split('/').filter(Boolean)
  const meta = parts.indexOf('meta')
  if (!name.startsWith('/') || meta < 3) return null
  const tags = parts.slice(meta + 1)
  const quantity = tags.find((tag) => tag.startsWith('qty-'))
  const more = TAGS.flatMap(([prefix, said]) =>
    tags.filter((tag) => tag.startsWith(prefix)).map((tag) => said(words(tag.slice(prefix.length)))),
  )
  const what = sentence([quantity ? words(quantity.slice(4)) : 'value', ...more].join(' '))
  return { what, where: parts.slice(2, meta).join('/') }
}

/** Reads any channel's name; the piece of equipment that says it reports the channel goes before codes. */
export function readableName({ name, labels }: Pick<Channel, 'name' | 'labels'>, equipment: Equipment[]): ReadableName {
  const read = ofLocalId(name) ?? { what: name.startsWith('/') ? name : sentence(name.replaceAll('_', ' ')), where: '' }
  const piece = equipment.find((other) => other.channels.includes(name))
  const told = Object.entries(labels).map(([key, value]) => `${key} ${value}`)
  return { what: read.what, where: [piece?.name ?? read.where, ...told].filter(Boolean).join(', ') }
}

export function nameText({ what, where }: ReadableName): string {
  return where ? `${what}, ${where}` : what
}
