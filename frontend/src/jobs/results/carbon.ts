export const RATINGS = ['A', 'B', 'C', 'D', 'E'] as const

export type Rating = (typeof RATINGS)[number]

export interface Attained {
  co2Tonnes: number
  distanceNauticalMiles: number
  attainedGrams: number
  rating: Rating
}

export interface CarbonOutputs {
  year: number
  requirement: {
    indicator: 'AER' | 'cgDIST'
    capacity: number
    referenceGrams: number
    reductionPercent: number
    requiredGrams: number
    limits: { a: number; b: number; c: number; d: number }
  }
  toDate: Attained
  yearEnd: {
    missingDays: number
    expected: Attained
    lowGrams: number | null
    highGrams: number | null
    ratingShares: Record<Rating, number> | null
  }
}

/** A stretch of the scale with one rating, as shares of its width from the left. */
export interface Stretch {
  rating: Rating
  from: number
  to: number
  /** The intensity up to which it goes; null for E, which has no end. */
  limit: number | null
}

export interface Scale {
  stretches: Stretch[]
  /** Where an intensity stands, 0 to 1. */
  at: (grams: number) => number
}

const ROOM = 0.08

/** The scale of ratings, wide enough for all limits and all that is shown on it. */
export function ratingScale(found: CarbonOutputs): Scale {
  const { a, b, c, d } = found.requirement.limits
  const { expected, lowGrams, highGrams } = found.yearEnd
  const shown = [a, d, found.toDate.attainedGrams, expected.attainedGrams, lowGrams ?? a, highGrams ?? d]
  const span = Math.max(...shown) - Math.min(...shown)
  // Room at both ends, so that A and E are seen whatever the ship does.
  const low = Math.max(0, Math.min(...shown) - ROOM * span - (d - a) * 0.15)
  const high = Math.max(...shown) + ROOM * span + (d - a) * 0.15
  const at = (grams: number) => (grams - low) / (high - low)
  const limits = [a, b, c, d]
  return {
    at,
    stretches: RATINGS.map((rating, i) => ({
      rating,
      from: i === 0 ? 0 : at(limits[i - 1] as number),
      to: i === limits.length ? 1 : at(limits[i] as number),
      limit: limits[i] ?? null,
    })),
  }
}

/** How far an intensity is above or below the required one, in percent: below is better. */
export function againstRequired(grams: number, found: CarbonOutputs): number {
  return (grams / found.requirement.requiredGrams - 1) * 100
}
