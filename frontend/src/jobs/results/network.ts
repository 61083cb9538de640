import { clearest, type Link, type Places } from './layout'

export interface NetworkInputs {
  network: { nodes: string[]; links: Link[] }
  wavelengths: number
}

export interface Lightpath {
  from: string
  to: string
  wavelength: number
  nodes: string[]
  lengthKm: number
}

export interface NetworkOutputs {
  wavelengthsUsed: number
  wavelengthBound: number
  requested: number
  blocked: number
  blockedBound: number
  blockedByConstruction: number
  blocking: number
  utilisation: number
  endedBy: 'bound' | 'steps' | 'time'
  lightpaths: Lightpath[]
  blockedDemands: { from: string; to: string; lightpaths: number }[]
  links: { from: string; to: string; wavelengths: number; utilisation: number }[]
}

/** A fibre on the map, with what it carries. */
export interface Fibre {
  key: string
  from: [number, number]
  to: [number, number]
  /** Where its load is written. */
  label: [number, number]
  ends: string
  used: number
  share: number
  lengthKm: number
}

/** The two ends of a link, whichever is named first. */
export function linkKey(a: string, b: string): string {
  return [a, b].sort().join(' ')
}

export interface NetworkMap {
  places: Places
  fibres: Fibre[]
}

/** The network as it is drawn in a frame of a width and height, with a margin for names. */
export function networkMap(
  inputs: NetworkInputs,
  outputs: NetworkOutputs,
  frame: { width: number; height: number; margin: number },
): NetworkMap {
  const { nodes, links } = inputs.network
  const places = fitted(clearest(nodes, links), frame)
  const loads = new Map(outputs.links.map((link) => [linkKey(link.from, link.to), link]))
  const written = [...places.values()]
  const fibres = links.flatMap(({ from, to, lengthKm }): Fibre[] => {
    const [a, b] = [places.get(from), places.get(to)]
    const load = loads.get(linkKey(from, to))
    if (!a || !b) return []
    return [
      {
        key: linkKey(from, to),
        from: a,
        to: b,
        label: written[written.push(free(a, b, written)) - 1] as [number, number],
        ends: `${from}–${to}`,
        used: load?.wavelengths ?? 0,
        share: load?.utilisation ?? 0,
        lengthKm,
      },
    ]
  })
  return { places, fibres }
}

const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7]
const LABEL_ROOM = 26

/** The first spot along a fibre, from its middle outwards, that has room for a number beside what is written already. */
function free(a: [number, number], b: [number, number], written: [number, number][]): [number, number] {
  const spots = SPOTS.map((share): [number, number] => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
  const hasRoom = ([x, y]: [number, number]) => written.every(([u, v]) => Math.hypot(x - u, y - v) >= LABEL_ROOM)
  return spots.find(hasRoom) ?? (spots[0] as [number, number])
}

/** Stretched to the frame; a network lies as well on its side. */
function fitted(places: Places, { width, height, margin }: { width: number; height: number; margin: number }): Places {
  const xs = [...places.values()].map(([x]) => x)
  const ys = [...places.values()].map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1]
  const upright = high > wide
  const spread = (value: number, from: number, extent: number, size: number) =>
    margin + ((value - from) / extent) * (size - 2 * margin)
  return new Map(
    [...places].map(([node, [x, y]]) => [
      node,
      upright
        ? [spread(y, top, high, width), spread(x, left, wide, height)]
        : [spread(x, left, wide, width), spread(y, top, high, height)],
    ]),
  )
}

/** The fibres that lightpaths go over. */
export function fibresOf(paths: Lightpath[]): Set<string> {
  return new Set(paths.flatMap(({ nodes }) => nodes.slice(1).map((node, i) => linkKey(nodes[i] as string, node))))
}
