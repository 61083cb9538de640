/** A vessel on the map. */
export interface Place {
  code: string
  name: string
  status: string
  /** In degrees, WGS 84; east and north are positive. */
  longitude: number
  latitude: number
  /** The position as a person reads it. */
  where: string
}

/** Degrees and decimal minutes, as charts have them: 58° 26.0′ N. */
export function degrees(value: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(value) * 600)
  const whole = Math.floor(tenths / 600)
  const minutes = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return `${whole}° ${minutes}′ ${value < 0 ? negative : positive}`
}

export function positionText(latitude: number, longitude: number): string {
  return `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`
}
