import type { NetworkMap as Drawn } from './network'

export const FRAME = { width: 900, height: 520, margin: 48 }

interface Props {
  map: Drawn
  wavelengths: number
  /** The fibres that stand out; none when all do. */
  chosen: Set<string> | null
}

/** The network: the thicker a fibre, the more of its wavelengths are used; the numbers say how many. */
export function NetworkMap({ map, wavelengths, chosen }: Props) {
  return (
    <svg
      className="network-map"
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      role="img"
      aria-label="Map of the network with the load of each fibre; the table of fibres has the same."
    >
      {map.fibres.map(({ key, from, to, ends, used, share }) => (
        <g key={key} className={chosen && !chosen.has(key) ? 'fibre fibre-faint' : 'fibre'}>
          <title>{`${ends}: ${used} of ${wavelengths} wavelengths`}</title>
          <line x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} strokeWidth={2 + 10 * share} />
          {used === wavelengths && <line className="fibre-full" x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} />}
        </g>
      ))}
      {map.fibres.map(({ key, label, used }) => (
        <text key={key} className="fibre-load" x={label[0]} y={label[1] + 5}>
          {used}
        </text>
      ))}
      {[...map.places].map(([node, [x, y]]) => (
        <g key={node} className="network-node">
          <circle cx={x} cy={y} r={7} />
          <text x={x} y={y - 12}>
            {node}
          </text>
        </g>
      ))}
    </svg>
  )
}
