import { useSearchParams } from 'react-router'
import type { components } from '../api/generated/job'
import type { JobFilter } from './queries'

export const STATUSES = [
  'accepted',
  'running',
  'successful',
  'failed',
  'dismissed',
] as const satisfies readonly components['schemas']['JobStatus'][]

/** Which jobs a page's address asks for, so that it can be kept and passed on. */
export function filterOf(address: URLSearchParams): JobFilter {
  return {
    status: STATUSES.filter((status) => address.getAll('status').includes(status)),
    process: address.get('process') ?? '',
    project: address.get('project') ?? '',
    mine: address.get('mine') === 'true',
  }
}

/** The address that asks for such jobs. */
export function addressOf(filter: JobFilter): URLSearchParams {
  const address = new URLSearchParams(filter.status.map((status) => ['status', status]))
  if (filter.process) address.set('process', filter.process)
  if (filter.project) address.set('project', filter.project)
  if (filter.mine) address.set('mine', 'true')
  return address
}

export function isNarrowed(filter: JobFilter): boolean {
  return addressOf(filter).size > 0
}

export function useJobFilter() {
  const [address, setAddress] = useSearchParams()
  const filter = filterOf(address)
  return {
    filter,
    narrow: (change: Partial<JobFilter>) => setAddress(addressOf({ ...filter, ...change }), { replace: true }),
    clear: () => setAddress(new URLSearchParams(), { replace: true }),
  }
}
