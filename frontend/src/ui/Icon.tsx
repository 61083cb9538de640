import { createElement } from 'react'

/** An icon of OpenBridge, decorative; whoever shows one imports its module. */
export function Icon({ name }: { name: string }) {
  return createElement(`obi-${name}`, { 'aria-hidden': 'true', class: 'icon' })
}
