import { QueryClient } from '@tanstack/react-query'
import { asProblem } from '../api/problem'

const FRESH_MS = 10_000
const TRIES = 2

/** What was fetched, for all pages. Only what may pass by itself is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, thrown) => failures < TRIES && asProblem(thrown).passing,
    },
  },
})
