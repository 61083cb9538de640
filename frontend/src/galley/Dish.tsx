import { cutAtMatches } from './match'

/** A dish; what is looked for is marked in it. */
export function Dish({ name, wanted }: { name: string; wanted: string }) {
  return cutAtMatches(name, wanted).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))
}
