import type { EChartsOption } from 'echarts'

export interface Point {
  x: number
  y: number
}

export interface MooringInputs {
  lines: { name: string; anchor: { xM: number; yM: number }; fairlead: { xM: number; yM: number; depthM: number } }[]
}

export interface LineFound {
  line: string
  slack: boolean
  fairleadTensionKN: number
  horizontalTensionKN: number
  declinationDeg: number
  anchorTensionKN: number
  anchorUpliftKN: number
  laybackM: number
  restingLengthM: number
  safetyFactor: number
  weakestSegment: number
}

export interface OffsetPoint {
  offsetM: number
  restoringForceKN: number
  transverseForceKN: number
  yawMomentKNM: number
  maxTensionKN: number
  maxTensionLine: string
  minSafetyFactor: number
  minSafetyFactorLine: string
  maxAnchorUpliftKN: number
}

export interface MooringOutputs {
  lines: LineFound[]
  balance: { xKN: number; yKN: number; verticalKN: number; yawMomentKNM: number }
  curves: { headingDeg: number; points: OffsetPoint[] }[]
}

/** A line as it lies in the plan: from the fairlead it hangs to where it touches the seabed, and rests from there. */
export interface PlanLine {
  name: string
  fairlead: Point
  touchdown: Point
  anchor: Point
  rests: boolean
  found: LineFound
}

export function planLines(inputs: MooringInputs, outputs: MooringOutputs): PlanLine[] {
  const found = new Map(outputs.lines.map((line) => [line.line, line]))
  return inputs.lines.flatMap(({ name, anchor, fairlead }) => {
    const line = found.get(name)
    if (!line) return []
    const from = { x: fairlead.xM, y: fairlead.yM }
    const to = { x: anchor.xM, y: anchor.yM }
    const span = Math.hypot(to.x - from.x, to.y - from.y)
    const share = span > 0 ? Math.min(1, line.laybackM / span) : 1
    const touchdown = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    return [{ name, fairlead: from, touchdown, anchor: to, rests: line.restingLengthM > 0, found: line }]
  })
}

/** The outline of the unit as far as it is known: around its fairleads, counter-clockwise. */
export function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (side: Point[]) => {
    const made: Point[] = []
    for (const point of side) {
      while (made.length >= 2 && turn(made.at(-2) as Point, made.at(-1) as Point, point) <= 0) made.pop()
      made.push(point)
    }
    return made.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Above 0 when c lies to the left of the way from a to b. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/** A round length for a scale, at most a given one: 1, 2 or 5 times a power of ten. */
export function scaleLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power
}

/** What is drawn over the offset. */
export const QUANTITIES = {
  restoringForceKN: 'Restoring force in kN',
  transverseForceKN: 'Force across in kN',
  yawMomentKNM: 'Yaw moment in kN·m',
  maxTensionKN: 'Highest tension at a fairlead in kN',
  minSafetyFactor: 'Smallest safety factor',
  maxAnchorUpliftKN: 'Strongest uplift at an anchor in kN',
} as const

export type Quantity = keyof typeof QUANTITIES

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow']
const DASHES = ['solid', 'dashed', 'dotted'] as const
const MOST_SYMBOLS = 8
const NOTHING = 1e-4

/** A curve for each heading; told apart by symbols and dashes, not by colours alone. */
export function curvesOption(outputs: MooringOutputs, quantity: Quantity): EChartsOption {
  const most = Math.max(...outputs.curves.flatMap(({ points }) => points.map((point) => Math.abs(point[quantity]))))
  return {
    grid: { left: 80, right: 24, top: 48, bottom: 56 },
    legend: { type: 'scroll', top: 0 },
    tooltip: { trigger: 'axis', valueFormatter: (value) => Number(value).toPrecision(5) },
    xAxis: { type: 'value', name: 'Offset in m', nameLocation: 'middle', nameGap: 32 },
    yAxis: { type: 'value', name: QUANTITIES[quantity], nameLocation: 'middle', nameGap: 60, scale: true },
    series: outputs.curves.map((curve, i) => ({
      name: `${curve.headingDeg}°`,
      type: 'line',
      symbol: SYMBOLS[i % SYMBOLS.length],
      symbolSize: 7,
      showSymbol: outputs.curves.length <= MOST_SYMBOLS,
      lineStyle: { type: DASHES[i % DASHES.length] },
      data: curve.points.map((point) => [point.offsetM, cleared(point[quantity], most)]),
    })),
  }
}

/** What is next to nothing beside the greatest value is drawn as 0: it would give the axis a part below. */
function cleared(value: number, most: number): number {
  return Math.abs(value) < NOTHING * most ? 0 : value
}

export interface CurveRow extends OffsetPoint {
  headingDeg: number
}

export function curveRows(outputs: MooringOutputs): CurveRow[] {
  return outputs.curves.flatMap(({ headingDeg, points }) => points.map((point) => ({ headingDeg, ...point })))
}
