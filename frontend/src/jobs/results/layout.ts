/*
 * Places for the nodes of a network of which only the lengths of links are known, so that what is near by its links is
 * near on the screen: stress majorization. E. Gansner, Y. Koren, S. North: Graph Drawing by Stress Majorization (2005).
 */

export interface Link {
  from: string
  to: string
  lengthKm: number
}

export type Places = Map<string, [number, number]>

const ROUNDS = 300
const SETTLED = 1e-5

/** The lengths of the shortest ways between all nodes; what nothing connects is as far as the farthest that is. */
export function distances(nodes: string[], links: Link[]): number[][] {
  const index = new Map(nodes.map((node, i) => [node, i]))
  const far = nodes.map((_, i) => nodes.map((_, j) => (i === j ? 0 : Infinity)))
  const at = (i: number, j: number) => (far[i] as number[])[j] as number
  const put = (i: number, j: number, length: number) => ((far[i] as number[])[j] = length)
  for (const { from, to, lengthKm } of links) {
    const i = index.get(from)
    const j = index.get(to)
    if (i === undefined || j === undefined) continue
    put(i, j, Math.min(at(i, j), lengthKm))
    put(j, i, Math.min(at(j, i), lengthKm))
  }
  for (let k = 0; k < nodes.length; k++)
    for (let i = 0; i < nodes.length; i++)
      for (let j = 0; j < nodes.length; j++) if (at(i, k) + at(k, j) < at(i, j)) put(i, j, at(i, k) + at(k, j))
  const farthest = Math.max(1, ...far.flat().filter(Number.isFinite))
  return far.map((row) => row.map((length) => (Number.isFinite(length) ? length : farthest)))
}

/** How far the drawn distances are off the wanted ones, each weighed by its inverse square. */
export function stress(places: [number, number][], wanted: number[][]): number {
  let sum = 0
  places.forEach(([x, y], i) =>
    places.slice(0, i).forEach(([u, v], j) => {
      const length = wanted[i]?.[j] ?? 0
      if (length > 0) sum += ((Math.hypot(x - u, y - v) - length) / length) ** 2
    }),
  )
  return sum
}

/** Where each node is drawn; the same network is always drawn the same. */
export function layout(nodes: string[], links: Link[]): Places {
  const wanted = distances(nodes, links)
  const radius = Math.max(1, ...wanted.flat()) / 2
  let places = nodes.map((_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / nodes.length
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  let before = stress(places, wanted)
  for (let round = 0; round < ROUNDS; round++) {
    places = majorized(places, wanted)
    const now = stress(places, wanted)
    if (before - now < SETTLED * before) break
    before = now
  }
  return new Map(nodes.map((node, i) => [node, places[i] as [number, number]]))
}

/** One step, in place: each node goes to the mean of where the others would have it. */
function majorized(places: [number, number][], wanted: number[][]): [number, number][] {
  const moved = places.map(([x, y]): [number, number] => [x, y])
  moved.forEach((place, i) => {
    let weights = 0
    let sumX = 0
    let sumY = 0
    moved.forEach(([u, v], j) => {
      const length = wanted[i]?.[j] ?? 0
      if (i === j || length === 0) return
      const weight = 1 / length ** 2
      const [dx, dy] = [place[0] - u, place[1] - v]
      const drawn = Math.hypot(dx, dy) || 1e-9
      weights += weight
      sumX += weight * (u + (length * dx) / drawn)
      sumY += weight * (v + (length * dy) / drawn)
    })
    if (weights > 0) moved[i] = [sumX / weights, sumY / weights]
  })
  return moved
}

/** How near a node comes to a link that does not end there, as a share of the drawing; small ones mislead. */
export function clearance(places: Places, links: Link[]): number {
  const all = [...places.values()]
  const wide = extent(all.map(([x]) => x))
  const high = extent(all.map(([, y]) => y))
  const scaled = (node: string): [number, number] => {
    const [x, y] = places.get(node) ?? [0, 0]
    return [x / wide, y / high]
  }
  let least = Infinity
  for (const { from, to } of links) {
    for (const node of places.keys()) {
      if (node !== from && node !== to) least = Math.min(least, off(scaled(node), scaled(from), scaled(to)))
    }
  }
  return least
}

function extent(values: number[]): number {
  return Math.max(...values) - Math.min(...values) || 1
}

/** How far a point is off the stretch between two others. */
function off([x, y]: [number, number], [ax, ay]: [number, number], [bx, by]: [number, number]): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}

/** How much lengths count: as they are, less and less, and not at all, so that only the number of links does. */
const SHARES = [1, 0.6, 0.3, 0]

/** The layout, of those that take lengths more or less for what they are, in which no link seems to go through a node. */
export function clearest(nodes: string[], links: Link[]): Places {
  const drawn = SHARES.map((share) => {
    const places = layout(
      nodes,
      links.map((link) => ({ ...link, lengthKm: link.lengthKm ** share })),
    )
    return { places, clear: clearance(places, links) }
  })
  return drawn.reduce((best, next) => (next.clear > best.clear ? next : best)).places
}
