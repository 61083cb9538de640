import { useQuery } from '@tanstack/react-query'
import { vesselsQuery } from '../fleet/queries'

/** The zone of a vessel's own clocks, where the fleet is known. */
export function useZoneOf(): (vessel: string | null) => string | undefined {
  const { data } = useQuery(vesselsQuery)
  return (vessel) => data?.find((known) => known.code === vessel)?.timeZone
}
