import { Problem } from '../api/problem'

/**
 * What a form says of a refusal apart from its fields, or null when they say it all. Places in the request are left
 * out: a person has not seen it, and each message names its thing anyway.
 *
 * @param shown the pointers of the fields that show their own message
 */
export function refusal(
  { status, title, detail, errors }: Problem,
  said: string,
  shown: string[] = [],
): Problem | null {
  if (status === 412)
    return new Problem(status, said, 'Somebody else changed it meanwhile. What you changed here is kept.')
  if (errors.length === 0) return new Problem(status, title, detail)
  const others = errors.filter((error) => !shown.some((pointer) => error.pointer === `#${pointer}`))
  if (others.length === 0) return null
  return new Problem(
    status,
    said,
    detail,
    others.map((error) => ({ detail: error.detail })),
  )
}
