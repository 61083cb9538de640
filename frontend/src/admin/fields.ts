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
