import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asProblem } from '../api/problem'
import { ErrorNotice } from './ErrorNotice'
import { Loading } from './Loading'

interface Props<T> {
  query: UseQueryResult<T>
  /** What is being loaded, for a person: "the vessels". */
  what: string
  children: (data: T) => ReactNode
}

/** The states of what is fetched: on its way, failed, there; and there but not brought up to date. */
export function QueryView<T>({ query, what, children }: Props<T>) {
  const problem = query.error ? asProblem(query.error) : null
  if (query.data === undefined) {
    return problem ? <ErrorNotice problem={problem} onRetry={() => void query.refetch()} /> : <Loading what={what} />
  }
  return (
    <>
      {problem && <ErrorNotice problem={problem} onRetry={() => void query.refetch()} />}
      {children(query.data)}
    </>
  )
}
