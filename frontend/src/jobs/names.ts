/** How units end the names of fields; the longer ones first, because `KN` ends in `N`, and `KNM` in `M`. */
const UNITS: [RegExp, string][] = [
  [/KNPerM$/, 'kN/m'],
  [/GPerKWh$/, 'g/kWh'],
  [/NauticalMiles$/, 'NM'],
  [/KNM$/, 'kN·m'],
  [/[kK]Wh$/, 'kWh'],
  [/KW$/, 'kW'],
  [/KN$/, 'kN'],
  [/Km$/, 'km'],
  [/Deg$/, '°'],
  [/Tonnes$/, 't'],
  [/Percent$/, '%'],
  [/Seconds$/, 's'],
  [/Hours$/, 'h'],
  [/Days$/, 'days'],
  [/(?<=[a-z])M$/, 'm'],
]

export interface Named {
  text: string
  unit: string
}

/** A field's name in words, and the unit that its end names: `weightInWaterKNPerM` is "Weight in water" in "kN/m". */
export function named(field: string): Named {
  const found = UNITS.find(([end]) => end.test(field))
  const [end, unit] = found ?? [null, '']
  const bare = end ? field.replace(end, '') : field
  const words = (bare || 'energy')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .split(' ')
    .map((word) => (/^[A-Z0-9]+$/.test(word) && word.length > 1 ? word : word.toLowerCase()))
    .join(' ')
  return { text: words.charAt(0).toUpperCase() + words.slice(1), unit }
}

/** A label with its unit: "Water depth (m)". The title that a description gives goes before the field's name. */
export function labelOf(field: string, title?: string): string {
  const { text, unit } = named(field)
  return unit ? `${title ?? text} (${unit})` : (title ?? text)
}
