import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { body, fleet } from '../api/client'
import { asProblem } from '../api/problem'
import { refusal } from '../fleet/refusal'
import type { Vessel } from '../fleet/queries'
import { Empty } from '../ui/Empty'
import { ErrorNotice } from '../ui/ErrorNotice'
import { named } from './choice'
import { linkDetails, LinkFields, linkPointers, NO_LINK } from './LinkFields'
import { type Schedule, vesselsOfQuery } from './queries'

interface Props {
  schedule: Schedule
  schedules: Schedule[]
  vessels: Vessel[]
  onDone: () => void
}

/** Links several vessels to a schedule in the same way: all or none. */
export function LinkVessels({ schedule, schedules, vessels, onDone }: Props) {
  const queries = useQueryClient()
  const sailing = useQuery(vesselsOfQuery([schedule.id]))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState(NO_LINK)
  const linked = new Set(sailing.data?.map((link) => link.vessel.code))
  const free = vessels.filter((vessel) => vessel.status === 'active' && !linked.has(vessel.code))
  const link = useMutation({
    mutationFn: () =>
      body(
        fleet.POST('/api/v1/schedules/{schedule}/vessels', {
          params: { path: { schedule: schedule.id } },
          body: { vessels: [...chosen].map((vessel) => ({ vessel, ...linkDetails(draft) })) },
        }),
      ),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['fleet'] }),
  })
  const problem = link.error ? asProblem(link.error) : null
  const refused = problem && refusal(named(problem, schedules), 'No vessel was linked', linkPointers('/vessels/0'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    link.mutate()
  }
  const mark = (code: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, code] : [...chosen].filter((other) => other !== code)))
  return (
    <form onSubmit={submit}>
      {free.length === 0 ? (
        <Empty>Every active vessel sails it already.</Empty>
      ) : (
        <fieldset className="choices">
          <legend className="visually-hidden">Vessels</legend>
          {free.map((vessel) => (
            <label key={vessel.code} className="schedule-choice">
              <input
                type="checkbox"
                checked={chosen.has(vessel.code)}
                onChange={(event) => mark(vessel.code, event.target.checked)}
              />
              <span>
                <strong>{vessel.code}</strong> {vessel.name}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <LinkFields draft={draft} problem={problem} at="/vessels/0" onChange={setDraft} />
      {refused && <ErrorNotice problem={refused} />}
      <button type="submit" className="button button-primary" disabled={chosen.size === 0 || link.isPending}>
        {link.isPending ? 'Linking…' : `Link (${chosen.size})`}
      </button>
    </form>
  )
}
