import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { useSession } from '../auth/session'
import type { Vessel } from '../fleet/queries'
import { schedulesOfQuery, type VesselSchedule } from '../schedules/queries'
import { ScheduleTag } from '../schedules/ScheduleTag'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { Panel } from '../ui/Panel'
import { QueryView } from '../ui/QueryView'
import { type Column, Table } from '../ui/Table'
import { Time } from '../ui/Time'
import { LinkDialog } from './LinkDialog'

/** What the vessel sails, did sail and will sail. */
export function SchedulesPanel({ vessel }: { vessel: Vessel }) {
  const operator = useSession().can('operator')
  const links = useQuery(schedulesOfQuery([vessel.code]))
  const [open, setOpen] = useState(false)
  return (
    <Panel
      title="Schedules"
      actions={
        operator && (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Link a schedule
          </button>
        )
      }
    >
      <QueryView query={links} what="the schedules">
        {(items) =>
          items.length === 0 ? (
            <Empty>
              {vessel.code} sails no schedule.{operator && ' Link one with the button above.'}
            </Empty>
          ) : (
            <Links vessel={vessel} links={items} />
          )
        }
      </QueryView>
      {open && (
        <LinkDialog
          vessel={vessel}
          linked={new Set(links.data?.map((link) => link.schedule.id))}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  )
}

function Links({ vessel, links }: { vessel: Vessel; links: VesselSchedule[] }) {
  const queries = useQueryClient()
  const operator = useSession().can('operator')
  const unlink = useMutation({
    mutationFn: (schedule: number) =>
      body(
        fleet.DELETE('/api/v1/vessels/{vessel}/schedules/{schedule}', {
          params: { path: { vessel: vessel.code, schedule } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const columns: Column<VesselSchedule>[] = [
    { title: 'Schedule', cell: ({ schedule }) => schedule.name },
    { title: 'Kind', cell: ({ schedule }) => schedule.kind },
    { title: 'Status', cell: ({ schedule }) => <ScheduleTag status={schedule.status} /> },
    { title: 'Start', cell: ({ schedule }) => <Time at={schedule.start} zone={vessel.timeZone} /> },
    { title: 'End', cell: ({ schedule }) => <Time at={schedule.end} zone={vessel.timeZone} /> },
    { title: 'Role', cell: (link) => link.role ?? '–' },
    { title: 'Note', cell: (link) => link.note ?? '–' },
    { title: 'Exclusive', cell: (link) => (link.exclusive ? 'yes' : 'no') },
  ]
  if (operator) {
    columns.push({
      title: 'Change',
      cell: ({ schedule }) => (
        <button
          type="button"
          className="button"
          aria-label={`Unlink ${schedule.name}`}
          disabled={unlink.isPending}
          onClick={() => unlink.mutate(schedule.id)}
        >
          {unlink.isPending && unlink.variables === schedule.id ? 'Unlinking…' : 'Unlink'}
        </button>
      ),
    })
  }
  return (
    <>
      {unlink.error && <ErrorNotice problem={asProblem(unlink.error)} />}
      <Table
        caption={`Schedules of ${vessel.code}`}
        columns={columns}
        rows={links}
        rowKey={(link) => String(link.schedule.id)}
      />
    </>
  )
}
