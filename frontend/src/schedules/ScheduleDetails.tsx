import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { body, fleet } from '../api/client'
import { download } from '../api/download'
import { asProblem } from '../api/problem'
import { useSession } from '../auth/session'
import { refusal } from '../fleet/refusal'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { QueryView } from '../ui/QueryView'
import { Table } from '../ui/Table'
import { Time } from '../ui/Time'
import { type SailingVessel, type Schedule, vesselsOfQuery } from './queries'
import { ScheduleTag } from './ScheduleTag'

interface Props {
  schedule: Schedule
  onShow: (view: 'edit' | 'link' | 'history') => void
  onGone: () => void
}

/** A schedule, its activities and the vessels that sail it. */
export function ScheduleDetails({ schedule, onShow, onGone }: Props) {
  return (
    <>
      <dl className="facts">
        <dt>Kind</dt>
        <dd>{schedule.kind}</dd>
        <dt>Status</dt>
        <dd>
          <ScheduleTag status={schedule.status} />
        </dd>
        <dt>Start</dt>
        <dd>
          <Time at={schedule.start} />
        </dd>
        <dt>End</dt>
        <dd>
          <Time at={schedule.end} />
        </dd>
      </dl>
      <h3>Activities</h3>
      {schedule.activities.length === 0 ? (
        <Empty>It has no activities.</Empty>
      ) : (
        <Table
          caption="Activities"
          columns={[
            { title: 'Start', cell: (activity) => <Time at={activity.start} /> },
            { title: 'End', cell: (activity) => <Time at={activity.end} /> },
            { title: 'Place', cell: (activity) => activity.place ?? '–' },
            { title: 'Note', cell: (activity) => activity.note ?? '–' },
          ]}
          rows={schedule.activities}
          rowKey={(activity) => JSON.stringify(activity)}
        />
      )}
      <h3>Vessels</h3>
      <Vessels schedule={schedule} />
      <Deeds schedule={schedule} onShow={onShow} onGone={onGone} />
    </>
  )
}

function Vessels({ schedule }: { schedule: Schedule }) {
  const queries = useQueryClient()
  const operator = useSession().can('operator')
  const sailing = useQuery(vesselsOfQuery([schedule.id]))
  const unlink = useMutation({
    mutationFn: (vessel: string) =>
      body(
        fleet.DELETE('/api/v1/vessels/{vessel}/schedules/{schedule}', {
          params: { path: { vessel, schedule: schedule.id } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const change = {
    title: 'Change',
    cell: ({ vessel }: SailingVessel) => (
      <button
        type="button"
        className="button"
        aria-label={`Unlink ${vessel.code}`}
        disabled={unlink.isPending}
        onClick={() => unlink.mutate(vessel.code)}
      >
        {unlink.isPending && unlink.variables === vessel.code ? 'Unlinking…' : 'Unlink'}
      </button>
    ),
  }
  return (
    <QueryView query={sailing} what="the vessels">
      {(links) =>
        links.length === 0 ? (
          <Empty>No vessel sails it yet.{operator && ' Link some with the button below.'}</Empty>
        ) : (
          <>
            {unlink.error && <ErrorNotice problem={asProblem(unlink.error)} />}
            <Table
              caption={`Vessels of ${schedule.name}`}
              columns={[
                {
                  title: 'Vessel',
                  cell: ({ vessel }) => <Link to={`/vessels/${vessel.code}`}>{`${vessel.name} (${vessel.code})`}</Link>,
                },
                { title: 'Role', cell: (link) => link.role ?? '–' },
                { title: 'Note', cell: (link) => link.note ?? '–' },
                { title: 'Exclusive', cell: (link) => (link.exclusive ? 'yes' : 'no') },
                ...(operator ? [change] : []),
              ]}
              rows={links}
              rowKey={(link) => link.vessel.code}
            />
          </>
        )
      }
    </QueryView>
  )
}

/** What can be done with a schedule. */
function Deeds({ schedule, onShow, onGone }: Props) {
  const queries = useQueryClient()
  const operator = useSession().can('operator')
  const [sure, setSure] = useState(false)
  const calendar = useMutation({
    mutationFn: () => download(`/api/v1/schedules/${schedule.id}/calendar.ics`, `schedule-${schedule.id}.ics`),
  })
  const remove = useMutation({
    mutationFn: () =>
      body(
        fleet.DELETE('/api/v1/schedules/{schedule}', {
          params: { path: { schedule: schedule.id }, header: { 'If-Match': `"${schedule.version}"` } },
        }),
      ),
    onSuccess: onGone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const failed = calendar.error ?? remove.error
  const refused = failed && refusal(asProblem(failed), 'That did not work')
  return (
    <>
      {refused && <ErrorNotice problem={refused} />}
      <div className="actions deeds">
        {operator && (
          <>
            <button type="button" className="button" onClick={() => onShow('edit')}>
              Edit
            </button>
            <button type="button" className="button" onClick={() => onShow('link')}>
              Link vessels
            </button>
          </>
        )}
        <button type="button" className="button" disabled={calendar.isPending} onClick={() => calendar.mutate()}>
          {calendar.isPending ? 'Fetching…' : 'iCalendar file'}
        </button>
        <button type="button" className="button" onClick={() => onShow('history')}>
          History
        </button>
        {operator && (
          <button
            type="button"
            className="button"
            disabled={remove.isPending}
            onClick={() => (sure ? remove.mutate() : setSure(true))}
          >
            {remove.isPending ? 'Deleting…' : sure ? 'Really delete it and its links' : 'Delete'}
          </button>
        )}
      </div>
    </>
  )
}
