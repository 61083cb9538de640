/** What an answer of the relay says of its age. */
export interface Freshness {
  /** How old it was when it came. */
  ageSeconds: number
  /** Past the time for which it is good. */
  stale: boolean
  /** Given only because the menus' own source does not answer. */
  standsIn: boolean
}

/** Reads Age (RFC 9111, 5.1) and what the cache nearest to us says in Cache-Status (RFC 9211). */
export function freshnessOf(headers: Headers): Freshness {
  const nearest = (headers.get('Cache-Status') ?? '').split(',').at(-1) ?? ''
  const parameters = new Map(
    nearest.split(';').map((part) => {
      const [name = '', value = ''] = part.trim().split('=')
      return [name, value]
    }),
  )
  const ttl = Number(parameters.get('ttl') ?? NaN)
  const age = Number(headers.get('Age') ?? 0)
  return {
    ageSeconds: Number.isFinite(age) ? age : 0,
    stale: ttl < 0,
    standsIn: parameters.get('detail') === 'stale-if-error',
  }
}
