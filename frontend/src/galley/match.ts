/** A text cut where it says what is looked for: every second part is a match. */
export function cutAtMatches(text: string, wanted: string): string[] {
  const needle = wanted.trim().toLowerCase()
  // A letter whose lower case is longer (İ) would shift every place behind it.
  const hay = text.toLowerCase()
  if (!needle || hay.length !== text.length) return [text]
  const parts: string[] = []
  let from = 0
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + needle.length))
    from = at + needle.length
  }
  return [...parts, text.slice(from)]
}
