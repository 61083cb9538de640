const LINE = 18
const WIDE = 80

interface Marker {
  x: number
  y: number
}

/** Puts the label of each marker where it hides no other: vessels in one port stand close. */
export function labelled<M extends Marker>(markers: M[]): (M & { labelY: number })[] {
  const placed: (M & { labelY: number })[] = []
  for (const marker of [...markers].sort((a, b) => a.y - b.y)) {
    let labelY = marker.y
    const near = placed.filter((other) => Math.abs(other.x - marker.x) < WIDE)
    while (near.some((other) => Math.abs(other.labelY - labelY) < LINE)) labelY += LINE
    placed.push({ ...marker, labelY })
  }
  return placed
}
