import { ObcWatch } from '@oicl/openbridge-webcomponents/dist/navigation-instruments/watch/watch.js'

/** A template as Lit has it: what stands in the source, and the values between. */
interface Template {
  strings: TemplateStringsArray
  values: unknown[]
}

const STYLE = 'style="--scale: '
const made = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/** Lit knows a template by the identity of its strings, so each is changed once. */
function withoutStyle(strings: TemplateStringsArray): TemplateStringsArray {
  const known = made.get(strings)
  if (known) return known
  const parts = strings.map((part) => part.replace(STYLE, 'data-scale="'))
  const changed = Object.assign(parts, { raw: parts })
  made.set(strings, changed)
  return changed
}

/** What a ring is made of; of the many options only what is mended here. */
interface Watch extends HTMLElement {
  areas: { roundInsideCut: boolean }[]
  render: () => Template
}

/**
 * The round instruments tell their scale in a style attribute, which the gateway's policy does not let in: their
 * labels would be as large as the ring. Here it is set by script, on the instrument itself, which the policy allows.
 * And they round the inner edge of rings that have none, whose path then holds NaN.
 */
export function mendRings(): void {
  const prototype = ObcWatch.prototype as unknown as Watch
  const render = prototype.render
  prototype.render = function (this: Watch) {
    for (const area of this.areas) area.roundInsideCut = false
    const template = render.call(this)
    const at = template.strings.findIndex((part) => part.endsWith(STYLE))
    if (at < 0) return template
    this.style.setProperty('--scale', String(template.values[at]))
    return { ...template, strings: withoutStyle(template.strings) }
  }
}
