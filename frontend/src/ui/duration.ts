const STEPS = [
  { unit: 'd', seconds: 86_400 },
  { unit: 'h', seconds: 3_600 },
  { unit: 'min', seconds: 60 },
  { unit: 's', seconds: 1 },
] as const

/** A length of time for a person, in its largest one or two units: "34 s", "5 min", "1 h 20 min", "7 d". */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const first = STEPS.findIndex((step) => whole >= step.seconds)
  const large = STEPS[first]
  if (!large) return '0 s'
  const text = `${Math.floor(whole / large.seconds)} ${large.unit}`
  const small = STEPS[first + 1]
  const rest = small ? Math.floor((whole % large.seconds) / small.seconds) : 0
  // Seconds beside minutes would only flicker.
  return small && small.unit !== 's' && rest > 0 ? `${text} ${rest} ${small.unit}` : text
}

/** The seconds of an ISO 8601 duration of days and shorter, as the services write it: "PT168H", "P1DT0.5S". */
export function secondsOfDuration(text: string | null | undefined): number | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text ?? '')
  if (!found || text === 'P') return null
  const [, days, hours, minutes, seconds] = found
  return Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
