import { Problem } from '../api/problem'
import type { Schedule, ScheduleKind } from './queries'

export interface Wanted {
  text: string
  kind: ScheduleKind | ''
  /** Whether those that are over, or were called off, are wanted too. */
  past: boolean
}

/** The schedules that a person may choose from: not linked yet, and as they are looked for. */
export function choices(schedules: Schedule[], linked: ReadonlySet<number>, wanted: Wanted, now: number): Schedule[] {
  const text = wanted.text.trim().toLowerCase()
  return schedules.filter(
    (schedule) =>
      !linked.has(schedule.id) &&
      schedule.name.toLowerCase().includes(text) &&
      (wanted.kind === '' || schedule.kind === wanted.kind) &&
      (wanted.past || (Date.parse(schedule.end) > now && schedule.status !== 'cancelled')),
  )
}

/** What the service says, with schedules called by name where it gives their ids. */
export function byName(detail: string, schedules: Schedule[]): string {
  return detail.replace(/schedule (\d+)/g, (said, id: string) => {
    const schedule = schedules.find((known) => String(known.id) === id)
    return schedule ? `“${schedule.name}”` : said
  })
}

/** A refusal in which schedules are called by name. */
export function named({ status, title, detail, errors }: Problem, schedules: Schedule[]): Problem {
  return new Problem(
    status,
    title,
    byName(detail, schedules),
    errors.map((error) => ({ ...error, detail: byName(error.detail, schedules) })),
  )
}
