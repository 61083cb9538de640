import { quantity } from '../../ui/numbers'
import { hull, type PlanLine, type Point, scaleLength } from './mooring'

const SIZE = 640
const MARGIN = 70
const MOST_LABELS = 16

/** The mooring from above, x to the right and y up: the unit, its lines and their anchors. */
export function MooringPlan({ lines }: { lines: PlanLine[] }) {
  const points = lines.flatMap((line) => [line.anchor, line.fairlead])
  const left = Math.min(...points.map((point) => point.x))
  const top = Math.max(...points.map((point) => point.y))
  const width = Math.max(...points.map((point) => point.x)) - left
  const height = top - Math.min(...points.map((point) => point.y))
  const scale = (SIZE - 2 * MARGIN) / Math.max(width, height, 1)
  const frame = { width: SIZE, height: Math.max(240, height * scale + 2 * MARGIN + 30) }
  const shiftX = (SIZE - width * scale) / 2
  const shiftY = (frame.height - 30 - height * scale) / 2
  const at = (point: Point): [number, number] => [(point.x - left) * scale + shiftX, (top - point.y) * scale + shiftY]
  const weakest = Math.min(...lines.map((line) => line.found.safetyFactor))
  const bar = scaleLength(SIZE / 4 / scale)
  return (
    <svg
      className="mooring-plan"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label="Plan of the mooring; the table below has the same."
    >
      {lines.map((line) => (
        <LineInPlan
          key={line.name}
          line={line}
          at={at}
          weakest={line.found.safetyFactor === weakest}
          short={lines.length > MOST_LABELS}
        />
      ))}
      <Unit fairleads={lines.map((line) => line.fairlead)} at={at} />
      <g className="mooring-scale" transform={`translate(16 ${frame.height - 14})`}>
        <path d={`M0 -5V0H${bar * scale}V-5`} />
        <text x={bar * scale + 8}>{quantity(bar, 'm')}</text>
        <text x={SIZE - 32} textAnchor="end">
          x →, y ↑; dashed: on the seabed; thick: least safe
        </text>
      </g>
    </svg>
  )
}

function LineInPlan({
  line,
  at,
  weakest,
  short,
}: {
  line: PlanLine
  at: (point: Point) => [number, number]
  weakest: boolean
  /** Only the name, where many lines leave no room for more. */
  short: boolean
}) {
  const [fx, fy] = at(line.fairlead)
  const [tx, ty] = at(line.touchdown)
  const [ax, ay] = at(line.anchor)
  const label = `${line.name}: ${quantity(line.found.fairleadTensionKN, 'kN')}`
  return (
    <g className={weakest ? 'mooring-line mooring-weakest' : 'mooring-line'}>
      <title>{`${label}, safety factor ${quantity(line.found.safetyFactor)}${line.found.slack ? ', slack' : ''}`}</title>
      <line x1={fx} y1={fy} x2={tx} y2={ty} />
      {line.rests && <line className="mooring-resting" x1={tx} y1={ty} x2={ax} y2={ay} />}
      {line.rests && <circle cx={tx} cy={ty} r={3} />}
      <rect x={ax - 5} y={ay - 5} width={10} height={10} />
      <text x={ax} y={ay + (ay > fy ? 20 : -10)} textAnchor="middle">
        {short ? line.name : label}
      </text>
    </g>
  )
}

/** The unit, around its fairleads, or a dot where that would be too small to see. */
function Unit({ fairleads, at }: { fairleads: Point[]; at: (point: Point) => [number, number] }) {
  const outline = hull(fairleads)
  const drawn = outline.map(at)
  const extent = Math.max(
    ...drawn.map(([x]) => x - (drawn[0]?.[0] ?? 0)),
    ...drawn.map(([, y]) => Math.abs(y - (drawn[0]?.[1] ?? 0))),
  )
  const middle = drawn.reduce(([sx, sy], [x, y]) => [sx + x / drawn.length, sy + y / drawn.length], [0, 0])
  return outline.length < 3 || extent < 16 ? (
    <circle className="mooring-unit" cx={middle[0]} cy={middle[1]} r={8} />
  ) : (
    <polygon className="mooring-unit" points={drawn.map((point) => point.join(',')).join(' ')} />
  )
}
