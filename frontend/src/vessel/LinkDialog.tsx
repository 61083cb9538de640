import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { refusal } from '../fleet/refusal'
import type { Vessel } from '../fleet/queries'
import { choices, named, type Wanted } from '../schedules/choice'
import { linkDetails, LinkFields, linkPointers, NO_LINK } from '../schedules/LinkFields'
import { KINDS, type Schedule, type ScheduleKind, schedulesQuery } from '../schedules/queries'
import { ScheduleTag } from '../schedules/ScheduleTag'
import { Dialog } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { QueryView } from '../ui/QueryView'
import { Time } from '../ui/Time'

interface Props {
  vessel: Vessel
  linked: ReadonlySet<number>
  onClose: () => void
}

/** Chooses a schedule that the vessel does not sail yet, and how it will. */
export function LinkDialog({ vessel, linked, onClose }: Props) {
  const queries = useQueryClient()
  const schedules = useQuery(schedulesQuery)
  const [chosen, setChosen] = useState<number | null>(null)
  const [draft, setDraft] = useState(NO_LINK)
  const link = useMutation({
    mutationFn: (schedule: number) =>
      body(
        fleet.PUT('/api/v1/vessels/{vessel}/schedules/{schedule}', {
          params: { path: { vessel: vessel.code, schedule } },
          body: linkDetails(draft),
        }),
      ),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const problem = link.error ? asProblem(link.error) : null
  const refused = problem && refusal(named(problem, schedules.data ?? []), 'It cannot be linked', linkPointers(''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen !== null) link.mutate(chosen)
  }
  return (
    <Dialog title={`Link a schedule to ${vessel.name}`} onClose={onClose}>
      <form onSubmit={submit}>
        <QueryView query={schedules} what="the schedules">
          {(all) => <Choice schedules={all} linked={linked} vessel={vessel} chosen={chosen} onChoose={setChosen} />}
        </QueryView>
        <LinkFields draft={draft} problem={problem} at="" onChange={setDraft} />
        {refused && <ErrorNotice problem={refused} />}
        <button type="submit" className="button button-primary" disabled={chosen === null || link.isPending}>
          {link.isPending ? 'Linking…' : 'Link'}
        </button>
        {chosen === null && <small className="hint"> Choose a schedule first.</small>}
      </form>
    </Dialog>
  )
}

interface ChoiceProps {
  schedules: Schedule[]
  linked: ReadonlySet<number>
  vessel: Vessel
  chosen: number | null
  onChoose: (schedule: number) => void
}

function Choice({ schedules, linked, vessel, chosen, onChoose }: ChoiceProps) {
  const [wanted, setWanted] = useState<Wanted>({ text: '', kind: '', past: false })
  const [now] = useState(() => Date.now())
  const shown = choices(schedules, linked, wanted, now)
  return (
    <>
      <div className="actions switch">
        <label className="compact">
          <span>Find</span>
          <input
            type="search"
            value={wanted.text}
            onChange={(event) => setWanted({ ...wanted, text: event.target.value })}
          />
        </label>
        <label className="compact">
          <span>Kind</span>
          <select
            value={wanted.kind}
            onChange={(event) => setWanted({ ...wanted, kind: event.target.value as ScheduleKind | '' })}
          >
            <option value="">any</option>
            {KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <label className="compact">
          <input
            type="checkbox"
            checked={wanted.past}
            onChange={(event) => setWanted({ ...wanted, past: event.target.checked })}
          />
          <span>also past and cancelled</span>
        </label>
      </div>
      {shown.length === 0 ? (
        <Empty>
          {schedules.length === 0 ? 'There is no schedule yet.' : 'No schedule is left that fits.'} Make one on the page{' '}
          <Link to="/schedules">Schedules</Link>.
        </Empty>
      ) : (
        <fieldset className="choices">
          <legend className="visually-hidden">Schedule</legend>
          {shown.map((schedule) => (
            <label key={schedule.id} className="schedule-choice">
              <input
                type="radio"
                name="schedule"
                checked={chosen === schedule.id}
                onChange={() => onChoose(schedule.id)}
              />
              <span>
                <strong>{schedule.name}</strong> {schedule.kind} <ScheduleTag status={schedule.status} />
                <br />
                <small className="hint">
                  <Time at={schedule.start} zone={vessel.timeZone} /> to{' '}
                  <Time at={schedule.end} zone={vessel.timeZone} />
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
