import { fromLocal, toLocal } from '../ui/zone'
import type { NewSchedule, Schedule, ScheduleKind, ScheduleStatus } from './queries'

const HOUR = 3_600_000

/** An activity as it is typed; `key` tells it from the others while rows come and go. */
export interface ActivityDraft {
  key: string
  start: string
  end: string
  place: string
  note: string
}

/** A schedule as it is typed, its times in UTC. */
export interface ScheduleDraft {
  name: string
  kind: ScheduleKind
  status: ScheduleStatus
  start: string
  end: string
  activities: ActivityDraft[]
}

const local = (at: string | number) => toLocal(new Date(at).getTime(), 'UTC')

export function newDraft(now: number): ScheduleDraft {
  const start = Math.ceil(now / HOUR) * HOUR
  return {
    name: '',
    kind: 'voyage',
    status: 'planned',
    start: local(start),
    end: local(start + 7 * 24 * HOUR),
    activities: [],
  }
}

export function draftOf({ name, kind, status, start, end, activities }: Schedule): ScheduleDraft {
  return {
    name,
    kind,
    status,
    start: local(start),
    end: local(end),
    activities: activities.map((activity, i) => ({
      key: String(i),
      start: local(activity.start),
      end: local(activity.end),
      place: activity.place ?? '',
      note: activity.note ?? '',
    })),
  }
}

/** What was typed, as the service takes it; a missing time stays empty, for the service says what is wrong with it. */
export function scheduleOf({ name, kind, status, start, end, activities }: ScheduleDraft): NewSchedule {
  return {
    name: name.trim(),
    kind,
    status,
    start: instant(start),
    end: instant(end),
    activities: activities.map((activity) => ({
      start: instant(activity.start),
      end: instant(activity.end),
      place: activity.place.trim() || null,
      note: activity.note.trim() || null,
    })),
  }
}

function instant(text: string): string {
  const at = fromLocal(text, 'UTC')
  return at === null ? '' : new Date(at).toISOString()
}
