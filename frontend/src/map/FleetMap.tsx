import { geoGraticule10, geoMercator, geoPath } from 'd3-geo'
import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform } from 'd3-zoom'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { coastlines } from './geometry'
import { labelled } from './labels'
import type { Place } from './place'

const WIDTH = 1000
const HEIGHT = 520
/** Above it the coastlines are too coarse to mean anything. */
const DEEPEST = 40
const COASTS = coastlines()

/** Coastlines and where the vessels are; drag and wheel move it, as do the buttons, and each vessel is a link. */
export function FleetMap({ places }: { places: Place[] }) {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity)
  const drawing = useRef<SVGSVGElement>(null)
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined)
  const navigate = useNavigate()

  const projection = useMemo(
    () =>
      geoMercator().fitExtent(
        [
          [0, 0],
          [WIDTH, HEIGHT],
        ],
        around(places),
      ),
    [places],
  )
  const paths = useMemo(() => {
    const path = geoPath(projection)
    return { land: path(COASTS) ?? '', grid: path(geoGraticule10()) ?? '' }
  }, [projection])
  const markers = labelled(
    places.flatMap((place) => {
      const point = projection([place.longitude, place.latitude])
      return point ? [{ place, x: transform.applyX(point[0]), y: transform.applyY(point[1]) }] : []
    }),
  )

  useEffect(() => {
    if (!drawing.current) return
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.2, DEEPEST])
      .on('zoom', (event: { transform: ZoomTransform }) => setTransform(event.transform))
    behaviour.current = made
    select(drawing.current).call(made)
  }, [])
  const scale = (factor: number) => {
    if (drawing.current) behaviour.current?.scaleBy(select(drawing.current), factor)
  }
  const reset = () => {
    if (drawing.current) behaviour.current?.transform(select(drawing.current), zoomIdentity)
  }

  return (
    <div className="map">
      <svg ref={drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="Map of the fleet">
        <rect className="map-sea" width={WIDTH} height={HEIGHT} />
        <g transform={transform.toString()} aria-hidden="true">
          <path className="map-grid" d={paths.grid} />
          <path className="map-land" d={paths.land} />
        </g>
        {markers.map(({ place, x, y, labelY }) => (
          <a
            key={place.code}
            href={`/vessels/${place.code}`}
            className={`map-vessel map-vessel-${place.status}`}
            aria-label={`${place.code} ${place.name}`}
            onClick={(event) => {
              event.preventDefault()
              void navigate(`/vessels/${place.code}`)
            }}
          >
            <line x1={x} y1={y} x2={x + 14} y2={labelY} />
            <circle cx={x} cy={y} r={7} />
            <text x={x + 16} y={labelY + 5}>
              {place.code}
            </text>
            <title>{`${place.code} ${place.name}, ${place.where}`}</title>
          </a>
        ))}
      </svg>
      <div className="map-buttons">
        <button type="button" className="button" aria-label="Zoom in" onClick={() => scale(1.6)}>
          +
        </button>
        <button type="button" className="button" aria-label="Zoom out" onClick={() => scale(1 / 1.6)}>
          −
        </button>
        <button type="button" className="button" onClick={reset}>
          All
        </button>
      </div>
    </div>
  )
}

/** What the map shows at first: all places with some sea around them, or the world. */
function around(places: Place[]): GeoJSON.MultiPoint {
  if (places.length === 0)
    return {
      type: 'MultiPoint',
      coordinates: [
        [-179, -60],
        [179, 75],
      ],
    }
  const longitudes = places.map((place) => place.longitude)
  const latitudes = places.map((place) => place.latitude)
  const span = Math.max(6, (Math.max(...latitudes) - Math.min(...latitudes)) * 0.25)
  return {
    type: 'MultiPoint',
    coordinates: [
      [Math.max(-180, Math.min(...longitudes) - span), Math.max(-75, Math.min(...latitudes) - span)],
      [Math.min(180, Math.max(...longitudes) + span), Math.min(80, Math.max(...latitudes) + span)],
    ],
  }
}
