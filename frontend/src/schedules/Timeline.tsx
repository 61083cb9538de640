import { tickText, zoneTicks } from '../chart/ticks'
import { timeText } from '../ui/clock'
import { type Direction, type Lane, place, type Range, type Sailing } from './lanes'
import type { Schedule } from './queries'

const TICKS = 8

interface Props {
  label: string
  lanes: Lane[]
  direction: Direction
  range: Range
  now: number
  onShow: (schedule: Schedule) => void
}

/** Lanes of bars over time; each bar opens its schedule. */
export function Timeline({ label, lanes, direction, range, now, onShow }: Props) {
  const ticks = zoneTicks(range.start, range.end, 'UTC', TICKS)
  const at = (time: number) => `${((time - range.start) / (range.end - range.start)) * 100}%`
  return (
    <div className="timeline" role="group" aria-label={label}>
      <div className="timeline-head" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} className="timeline-tick" style={{ left: at(tick) }}>
            {tickText(tick, 'UTC')}
          </span>
        ))}
      </div>
      <div className="timeline-lines" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} className="timeline-line" style={{ left: at(tick) }} />
        ))}
        {now > range.start && now < range.end && (
          <span className="timeline-now" style={{ left: at(now) }}>
            now
          </span>
        )}
      </div>
      <ul className="plain">
        {lanes.map((lane) => (
          <li key={lane.key} className="timeline-lane">
            <span className="timeline-title" title={lane.title}>
              {lane.title}
            </span>
            <div className="timeline-rows">
              {lane.rows.map((row, i) => (
                <div key={i} className="timeline-row">
                  {row.map((sailing) => (
                    <Bar
                      key={`${sailing.schedule.id} ${sailing.vessel}`}
                      sailing={sailing}
                      direction={direction}
                      range={range}
                      onShow={onShow}
                    />
                  ))}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface BarProps {
  sailing: Sailing
  direction: Direction
  range: Range
  onShow: (schedule: Schedule) => void
}

function Bar({ sailing, direction, range, onShow }: BarProps) {
  const { schedule, vessel, role } = sailing
  const placed = place(Date.parse(schedule.start), Date.parse(schedule.end), range)
  if (!placed) return null
  const name = direction === 'vessels' ? schedule.name : (vessel ?? 'no vessel yet')
  const said = [schedule.name, vessel, role, schedule.kind, schedule.status].filter(Boolean).join(', ')
  const title = `${said}, ${timeText(schedule.start, 'UTC')} to ${timeText(schedule.end, 'UTC')}`
  return (
    <button
      type="button"
      className={`timeline-bar kind-${schedule.kind} status-${schedule.status}`}
      style={{ left: `${placed.left}%`, width: `${placed.width}%` }}
      title={title}
      aria-label={title}
      onClick={() => onShow(schedule)}
    >
      <strong>{name}</strong> {role ?? schedule.kind} · {schedule.status}
    </button>
  )
}
