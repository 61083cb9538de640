// @vitest-environment jsdom

import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { NoticesContext } from '../notifications/context'
import type { Result } from './queries'
import { useNewResults } from './useNewResults'

const result = (id: string, revision = 1) =>
  ({ id, revision, name: 'score', vessel: 'MV102', type: 'number', value: 1, unit: '1' }) as Result

function watch(first: Result[] | undefined) {
  const tell = vi.fn()
  const told = { notices: [], unread: 0, tell, read: () => undefined }
  const wrapper = ({ children }: { children: ReactNode }) => <NoticesContext value={told}>{children}</NoticesContext>
  const hook = renderHook(({ results }: { results: Result[] | undefined }) => useNewResults(results), {
    wrapper,
    initialProps: { results: first },
  })
  return { tell, ...hook }
}

it('should tell nothing of what was there when the page was opened', () => {
  const { tell, result: fresh, rerender } = watch(undefined)
  rerender({ results: [result('1'), result('2')] })
  expect(tell).not.toHaveBeenCalled()
  expect(fresh.current.size).toBe(0)
})

it('should tell once of what comes and of what is corrected, and keep marking it', () => {
  const { tell, result: fresh, rerender } = watch([result('1')])
  rerender({ results: [result('1', 2), result('3')] })
  rerender({ results: [result('1', 2), result('3')] })
  expect(tell.mock.calls.map(([notice]: { to: string }[]) => notice?.to)).toEqual(['/analytics/1', '/analytics/3'])
  expect([...fresh.current]).toEqual(['1', '3'])
})

it('should tell once of many', () => {
  const { tell, rerender } = watch([])
  rerender({ results: ['1', '2', '3', '4'].map((id) => result(id)) })
  expect(tell).toHaveBeenCalledOnce()
  expect(tell).toHaveBeenCalledWith(expect.objectContaining({ title: '4 new results' }))
})
