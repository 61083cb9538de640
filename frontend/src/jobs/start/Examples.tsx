import type { Example } from './exampleInputs'

/** Fills the form in; a process may have several examples. */
export function Examples({ examples, onChoose }: { examples: Example[]; onChoose: (example: Example) => void }) {
  return examples.map((example) => (
    <button key={example.title} type="button" className="button" onClick={() => onChoose(example)}>
      Fill in: {example.title}
    </button>
  ))
}
