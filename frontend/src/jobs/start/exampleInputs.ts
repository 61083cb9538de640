import type { Process } from '../queries'

export interface Example {
  title: string
  inputs: Record<string, unknown>
}

/** What an example that is about our own ships and times is made for. */
export interface Surroundings {
  now: Date
  vessels: string[]
}

const DAY_MS = 86_400_000

/** Inputs to start from: ours, where one says more than the description's, else those of the description. */
export function examplesOf(process: Process, around: Surroundings): Example[] {
  const own = OWN[process.id ?? '']?.(around) ?? []
  const described = describedExample(process)
  return own.length > 0 ? own : described ? [{ title: 'Example', inputs: described }] : []
}

/** The first example of each input; null when an input that must be given has none. */
export function describedExample(process: Process): Record<string, unknown> | null {
  const inputs: Record<string, unknown> = {}
  for (const [name, input] of Object.entries(process.inputs ?? {})) {
    const examples = (input.schema as { examples?: unknown[] } | undefined)?.examples
    if (examples && examples.length > 0) inputs[name] = examples[0]
    else if ((input.minOccurs ?? 1) > 0) return null
  }
  return Object.keys(inputs).length > 0 ? inputs : null
}

const OWN: Record<string, (around: Surroundings) => Example[]> = {
  echo: () => [{ title: 'Ten seconds', inputs: { message: 'ahoy', pause: 10 } }],
  'energy-report': ({ now, vessels }) => [
    { title: 'Yesterday, one vessel', inputs: { ...(vessels[0] ? { vessel: vessels[0] } : {}), ...yesterday(now) } },
    { title: 'Yesterday, the whole fleet', inputs: yesterday(now) },
  ],
  'power-forecast': ({ vessels }) => (vessels[0] ? [{ title: 'From now', inputs: { vessel: vessels[0] } }] : []),
  'mooring-statics': () => [
    { title: 'Unit on eight lines', inputs: eightLines() },
    { title: 'Spar on three chains (OC3-Hywind)', inputs: hywind() },
  ],
  'network-plan': () => [{ title: 'NSFNET, 14 nodes', inputs: nsfnet() }],
  'carbon-intensity': ({ now }) => [{ title: 'Bulk carrier, this year', inputs: bulkCarrier(now) }],
  'schedule-assignment': ({ now, vessels }) => [{ title: 'Four voyages', inputs: voyages(now, vessels) }],
}

function yesterday(now: Date) {
  const today = new Date(now)
  today.setUTCHours(0, 0, 0, 0)
  return { start: day(today, -1), end: day(today, 0) }
}

function day(from: Date, days: number, hour = 0): string {
  const at = new Date(from.getTime() + days * DAY_MS)
  at.setUTCHours(hour, 0, 0, 0)
  return `${at.toISOString().slice(0, 19)}Z`
}

const round = (value: number) => Math.round(value * 10_000) / 10_000

function around(radius: number, degrees: number) {
  const angle = (degrees * Math.PI) / 180
  return { xM: round(radius * Math.cos(angle)), yM: round(radius * Math.sin(angle)) }
}

/** A unit in 300 m of water on eight lines of chain, wire and chain, in four pairs. */
function eightLines() {
  return {
    waterDepthM: 300,
    lines: [40, 50, 130, 140, 220, 230, 310, 320].map((degrees, i) => ({
      name: `${i + 1}`,
      anchor: around(1_150, degrees),
      fairlead: { ...around(45, Math.round(degrees / 90 - 0.5) * 90 + 45), depthM: 12 },
      segments: [
        { lengthM: 600, weightInWaterKNPerM: 1.37, axialStiffnessKN: 630_000, breakingLoadKN: 7_200 },
        { lengthM: 500, weightInWaterKNPerM: 0.28, axialStiffnessKN: 520_000, breakingLoadKN: 6_900 },
        { lengthM: 70, weightInWaterKNPerM: 1.37, axialStiffnessKN: 630_000, breakingLoadKN: 7_200 },
      ],
      seabedFriction: 0.6,
    })),
    maxOffsetM: 30,
    steps: 15,
  }
}

/** The spar of NREL/TP-500-47535, chapter 5. */
function hywind() {
  return {
    waterDepthM: 320,
    lines: [0, 120, 240].map((degrees, i) => ({
      name: `${i + 1}`,
      anchor: around(853.87, degrees),
      fairlead: { ...around(5.2, degrees), depthM: 70 },
      segments: [{ lengthM: 902.2, weightInWaterKNPerM: 0.698094, axialStiffnessKN: 384_243, breakingLoadKN: 7_000 }],
    })),
    maxOffsetM: 40,
    steps: 20,
  }
}

/** The backbone that the literature on wavelength assignment plans, with one lightpath for each pair of nodes. */
function nsfnet() {
  const nodes = ['WA', 'CA1', 'CA2', 'UT', 'CO', 'TX', 'NE', 'IL', 'PA', 'GA', 'MI', 'NY', 'NJ', 'MD']
  const fibres =
    'WA-CA1-1100 WA-CA2-1600 WA-IL-2800 CA1-CA2-600 CA1-UT-1000 CA2-TX-2000 UT-CO-600 UT-MI-2400 CO-NE-800 ' +
    'CO-TX-1100 TX-GA-1200 TX-MD-2000 NE-IL-700 IL-PA-700 PA-GA-900 PA-NY-500 PA-NJ-500 MI-NY-800 MI-NJ-800 ' +
    'NY-MD-300 NJ-MD-300'
  return {
    network: {
      nodes,
      links: fibres.split(' ').map((fibre) => {
        const [from, to, length] = fibre.split('-')
        return { from, to, lengthKm: Number(length) }
      }),
    },
    demands: nodes.flatMap((from, i) => nodes.slice(i + 1).map((to) => ({ from, to, lightpaths: 1 }))),
    wavelengths: 16,
    metric: 'hops',
  }
}

/** A bulk carrier's months of this year that are over; at least January. */
function bulkCarrier(now: Date) {
  const year = now.getUTCFullYear()
  const months = Math.max(1, now.getUTCMonth())
  const first = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  const burnt = [520, 498, 541, 505, 533, 487, 512, 529, 495, 518, 508, 526]
  const sailed = [5_200, 4_900, 5_450, 5_150, 5_250, 5_000, 5_100, 5_380, 4_850, 5_230, 5_060, 5_300]
  return {
    ship: { type: 'bulk-carrier', deadweightTonnes: 82_000, grossTonnage: 43_000 },
    year,
    reports: Array.from({ length: months }, (_, i) => ({
      start: first(i),
      end: first(i + 1),
      distanceNauticalMiles: sailed[i],
      fuels: [
        { fuel: 'heavy-fuel-oil', tonnes: burnt[i] },
        { fuel: 'diesel-gas-oil', tonnes: 18 },
      ],
    })),
  }
}

/** Voyages of the next two weeks, of which two want a crane and one wants two vessels. */
function voyages(now: Date, fleet: string[]) {
  const codes = [...fleet, 'MV101', 'MV102', 'MV103'].filter((code, i, all) => all.indexOf(code) === i).slice(0, 3)
  return {
    vessels: codes.map((code, i) => ({
      code,
      capabilities: i === 0 ? ['crane', 'towing'] : i === 1 ? ['crane'] : ['towing'],
      costPerHour: [1_100, 900, 650][i],
      unavailable: i === 1 ? [{ start: day(now, 9), end: day(now, 11) }] : [],
    })),
    schedules: [
      { id: 'Platform supply', start: day(now, 2, 6), end: day(now, 5, 18), capabilities: ['crane'], priority: 5 },
      { id: 'Rig move', start: day(now, 3), end: day(now, 6), capabilities: ['towing'], vessels: 2, priority: 9 },
      { id: 'Buoy service', start: day(now, 8, 4), end: day(now, 10, 4), capabilities: ['crane'], priority: 3 },
      { id: 'Standby', start: day(now, 7), end: day(now, 12), priority: 2 },
    ],
    turnaroundHours: 12,
  }
}
