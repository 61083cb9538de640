import { QueryClient } from '@tanstack/react-query'
import { asProblem } from '../api/problem'

const FRESH_MS = 10_000
const TRIES = 2

/** What was fetched, for all pages. Only what may pass by itself is tried again, and not what has taken long already. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, thrown) => {
        const problem = asProblem(thrown)
        return failures < TRIES && problem.passing && problem.status !== 504
      },
    },
  },
})
