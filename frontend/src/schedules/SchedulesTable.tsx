import { Link } from 'react-router'
import { Empty } from '../ui/Empty'
import { type Column, Table } from '../ui/Table'
import { Time } from '../ui/Time'
import type { Direction, Sailing } from './lanes'
import type { Schedule } from './queries'
import { ScheduleTag } from './ScheduleTag'

interface Props {
  sailings: Sailing[]
  direction: Direction
  onShow: (schedule: Schedule) => void
}

/** The timeline's twin: the same, in words. */
export function SchedulesTable({ sailings, direction, onShow }: Props) {
  const vessel: Column<Sailing> = {
    title: 'Vessel',
    cell: (sailing) => (sailing.vessel ? <Link to={`/vessels/${sailing.vessel}`}>{sailing.vessel}</Link> : 'none yet'),
  }
  const name: Column<Sailing> = {
    title: 'Schedule',
    cell: ({ schedule }) => (
      <button type="button" className="button" onClick={() => onShow(schedule)}>
        {schedule.name}
      </button>
    ),
  }
  const columns: Column<Sailing>[] = [
    ...(direction === 'vessels' ? [vessel, name] : [name, vessel]),
    { title: 'Kind', cell: ({ schedule }) => schedule.kind },
    { title: 'Status', cell: ({ schedule }) => <ScheduleTag status={schedule.status} /> },
    { title: 'Start', cell: ({ schedule }) => <Time at={schedule.start} /> },
    { title: 'End', cell: ({ schedule }) => <Time at={schedule.end} /> },
    { title: 'Role', cell: (sailing) => sailing.role ?? '–' },
    { title: 'Note', cell: (sailing) => sailing.note ?? '–' },
    { title: 'Exclusive', cell: (sailing) => (sailing.exclusive ? 'yes' : 'no') },
  ]
  if (sailings.length === 0) return <Empty>Nothing fits the filters in this time.</Empty>
  return (
    <Table
      caption="Who sails which schedule"
      columns={columns}
      rows={sailings}
      rowKey={(sailing) => `${sailing.schedule.id} ${sailing.vessel}`}
    />
  )
}
