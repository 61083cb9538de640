import type { Problem } from '../api/problem'

/** What is wrong with a field or with something in it: `/methods` also tells of `/methods/0`. */
export function errorAt(problem: Problem | null, pointer: string): string | undefined {
  const within = `#${pointer}/`
  const found = (problem?.errors ?? []).flatMap((error) => {
    if (error.pointer === `#${pointer}`) return [error.detail]
    return error.pointer?.startsWith(within) ? [`${error.pointer.slice(within.length)}: ${error.detail}`] : []
  })
  return found.length > 0 ? found.join('; ') : undefined
}

/** What is wrong apart from the fields that are shown where they stand. */
export function otherErrors(problem: Problem, pointers: string[]): string[] {
  const shown = problem.errors.flatMap(({ pointer }) =>
    pointer && pointers.some((known) => pointer === `#${known}` || pointer.startsWith(`#${known}/`))
      ? [pointer.slice(1)]
      : [],
  )
  return problem.without(shown)
}
