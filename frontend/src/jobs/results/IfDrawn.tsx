import { Component, type ReactNode } from 'react'

/** Leaves a drawing out that fails: of another version of a process, the outputs below are still there. */
export class IfDrawn extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? (
      <p className="hint">These results could not be drawn; they are shown as they are.</p>
    ) : (
      this.props.children
    )
  }
}
