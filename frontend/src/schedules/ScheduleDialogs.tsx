import { HistoryDialog } from '../fleet/History'
import type { Vessel } from '../fleet/queries'
import { Dialog } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { LinkVessels } from './LinkVessels'
import type { Schedule } from './queries'
import { ScheduleDetails } from './ScheduleDetails'
import { ScheduleForm } from './ScheduleForm'

/** Which question is open on the page: a new schedule, or something about one that is there. */
export type Shown = { view: 'new' } | { view: 'show' | 'edit' | 'link' | 'history'; schedule: number }

interface Props {
  shown: Shown
  schedules: Schedule[]
  vessels: Vessel[]
  onShow: (shown: Shown | null) => void
}

/** One dialog at a time; what is asked within a schedule leads back to it. */
export function ScheduleDialogs({ shown, schedules, vessels, onShow }: Props) {
  const close = () => onShow(null)
  if (shown.view === 'new') {
    return (
      <Dialog title="New schedule" onClose={close}>
        <ScheduleForm onDone={(made) => onShow({ view: 'show', schedule: made.id })} />
      </Dialog>
    )
  }
  const schedule = schedules.find((known) => known.id === shown.schedule)
  const back = () => onShow({ view: 'show', schedule: shown.schedule })
  if (!schedule) {
    return (
      <Dialog title="Schedule" onClose={close}>
        <Empty>This schedule is not in the list: it was deleted, or is only just being made.</Empty>
      </Dialog>
    )
  }
  switch (shown.view) {
    case 'edit':
      return (
        <Dialog key="edit" title={`Edit ${schedule.name}`} onClose={back}>
          <ScheduleForm schedule={schedule} onDone={back} />
        </Dialog>
      )
    case 'link':
      return (
        <Dialog key="link" title={`Link vessels to ${schedule.name}`} onClose={back}>
          <LinkVessels schedule={schedule} vessels={vessels} schedules={schedules} onDone={back} />
        </Dialog>
      )
    case 'history':
      return (
        <HistoryDialog
          key="history"
          title={`History of ${schedule.name}`}
          subject={{ kind: 'schedule', schedule: schedule.id }}
          onClose={back}
        />
      )
    case 'show':
      return (
        <Dialog key="show" title={schedule.name} onClose={close}>
          <ScheduleDetails
            schedule={schedule}
            onShow={(view) => onShow({ view, schedule: schedule.id })}
            onGone={close}
          />
        </Dialog>
      )
  }
}
