import { Time } from '../ui/Time'

/** From when to when; one time where it is of an instant. */
export function Period({ start, end, zone }: { start: string; end: string; zone: string | undefined }) {
  if (start === end) return <Time at={start} zone={zone} />
  return (
    <>
      <Time at={start} zone={zone} /> to <Time at={end} zone={zone} />
    </>
  )
}
