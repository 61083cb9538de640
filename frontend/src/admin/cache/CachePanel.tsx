import { Kept } from './Kept'
import { Statistics } from './Statistics'

/** What the relay keeps of outside answers, and how well that does. */
export function CachePanel() {
  return (
    <>
      <Statistics />
      <Kept />
    </>
  )
}
