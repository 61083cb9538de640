import { Tag, type Tone } from '../ui/Tag'
import type { ScheduleStatus } from './queries'

const TONES: Record<ScheduleStatus, Tone> = {
  planned: 'neutral',
  active: 'running',
  completed: 'success',
  cancelled: 'caution',
}

export function ScheduleTag({ status }: { status: ScheduleStatus }) {
  return <Tag tone={TONES[status]}>{status}</Tag>
}
