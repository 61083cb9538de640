import { positionText } from '../map/place'
import type { Vessel } from '../fleet/queries'
import { quantity } from '../ui/numbers'
import { Panel } from '../ui/Panel'
import { Tag } from '../ui/Tag'
import { Time } from '../ui/Time'

/** What a vessel is and where it was last. */
export function VesselFacts({ vessel }: { vessel: Vessel }) {
  const { position } = vessel
  return (
    <Panel
      title="Vessel"
      actions={<Tag tone={vessel.status === 'active' ? 'success' : 'neutral'}>{vessel.status}</Tag>}
    >
      <dl className="facts vessel-facts">
        <Fact name="Code">{vessel.code}</Fact>
        <Fact name="Type">{vessel.type}</Fact>
        <Fact name="Position">
          {position ? (
            <>
              {positionText(position.latitude, position.longitude)}
              <br />
              <small className="hint">
                <Time at={position.time} zone={vessel.timeZone} />
              </small>
            </>
          ) : (
            'not reported yet'
          )}
        </Fact>
        <Fact name="IMO number">{vessel.imo ?? '–'}</Fact>
        <Fact name="MMSI">{vessel.mmsi ?? '–'}</Fact>
        <Fact name="Flag">{vessel.flag ?? '–'}</Fact>
        <Fact name="Time zone">{vessel.timeZone}</Fact>
        <Fact name="Deadweight">{quantity(vessel.deadweightTonnes, 't')}</Fact>
        <Fact name="Gross tonnage">{quantity(vessel.grossTonnage)}</Fact>
        <Fact name="Commissioned">{vessel.commissioned ?? '–'}</Fact>
      </dl>
    </Panel>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
