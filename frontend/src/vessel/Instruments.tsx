import '@oicl/openbridge-webcomponents/dist/navigation-instruments/gauge-radial/gauge-radial.js'
import '@oicl/openbridge-webcomponents/dist/navigation-instruments/heading/heading.js'
import '@oicl/openbridge-webcomponents/dist/navigation-instruments/speed-gauge/speed-gauge.js'
import { createElement, type ReactElement, useState } from 'react'
import { quantity } from '../ui/numbers'
import { mendRings } from './rings'
import { scaleEnd, shown } from './shown'
import type { LatestReading } from './queries'

mendRings()

const LEAST_KW = 100
const LEAST_KN = 20

/** What a bridge shows on dials, where the vessel reports it. */
export function Instruments({ readings, now }: { readings: LatestReading[]; now: number }) {
  const { power, speed, heading } = shown(readings, now)
  const end = useHighest(scaleEnd(power ?? 0, LEAST_KW))
  const fastest = useHighest(scaleEnd(speed ?? 0, LEAST_KN))
  if (power === undefined && speed === undefined && heading === undefined) return null
  return (
    <ul className="plain instruments">
      {power !== undefined && (
        <Instrument name="Power, all meters" value={quantity(power, 'kW')}>
          {createElement('obc-gauge-radial', {
            value: power,
            maxValue: end,
            showLabels: true,
            primaryTickmarkInterval: end / 2,
            secondaryTickmarkInterval: end / 20,
          })}
        </Instrument>
      )}
      {speed !== undefined && (
        <Instrument name="Speed" value={quantity(speed, 'kn')}>
          {createElement('obc-speed-gauge', {
            speed,
            maxSpeed: fastest,
            tickmarkInterval: fastest / 4,
            showLabels: true,
          })}
        </Instrument>
      )}
      {heading !== undefined && (
        <Instrument name="Heading" value={`${heading.toFixed(0).padStart(3, '0')}°`}>
          {createElement('obc-heading', {
            heading,
            showLabels: true,
            priorityElements: ['hdg'],
            priority: 'enhanced',
          })}
        </Instrument>
      )}
    </ul>
  )
}

/** The largest that a number has been: a scale that grew does not shrink with the next reading. */
function useHighest(value: number): number {
  const [highest, setHighest] = useState(value)
  if (value > highest) setHighest(value)
  return Math.max(value, highest)
}

function Instrument({ name, value, children }: { name: string; value: string; children: ReactElement }) {
  return (
    <li className="instrument">
      <div className="dial" aria-hidden="true">
        {children}
      </div>
      <span className="hint">{name}</span>
      <strong>{value}</strong>
    </li>
  )
}
