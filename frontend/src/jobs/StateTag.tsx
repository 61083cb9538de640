import { Tag } from '../ui/Tag'
import { look, type State } from './states'

/** The state of a job in a word. */
export function StateTag({ state }: { state: State | undefined }) {
  const { word, tone } = look(state)
  return <Tag tone={tone}>{word}</Tag>
}
