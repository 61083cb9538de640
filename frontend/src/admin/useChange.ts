import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { asProblem, type Problem } from '../api/problem'

interface Change<I, R> {
  /** Whether it is under way: then it is not to be started again. */
  working: boolean
  problem: Problem | null
  start: (input: I, onDone?: (result: R) => void) => void
}

/** Something that changes what the services keep; what was fetched of it is fetched anew, also when it was refused. */
export function useChange<I, R>(key: QueryKey, change: (input: I) => Promise<R>): Change<I, R> {
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return {
    working: mutation.isPending,
    problem: mutation.error ? asProblem(mutation.error) : null,
    start: (input, onDone) => mutation.mutate(input, onDone ? { onSuccess: onDone } : {}),
  }
}
