import { feature } from 'topojson-client'
import land from 'world-atlas/land-50m.json'
import type { FeatureCollection } from 'geojson'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** The coastlines of the world (Natural Earth, 1:50 million), which come with the page. */
export function coastlines(): FeatureCollection {
  const topology = land as unknown as Topology<{ land: GeometryCollection }>
  return feature(topology, topology.objects.land)
}
