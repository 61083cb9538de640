/** One bad field of a request, as the services name it (RFC 9457 with `errors`). */
export interface FieldError {
  pointer?: string
  parameter?: string
  detail: string
}

/** An answer that is not 2xx, or none at all (status 0). */
export class Problem extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  /** After how many seconds the service asks to be tried again (Retry-After), if it does. */
  readonly retryAfter: number | undefined

  constructor(status: number, title: string, detail: string, errors: FieldError[] = [], retryAfter?: number) {
    super(detail || title)
    this.name = 'Problem'
    this.status = status
    this.title = title
    this.detail = detail
    this.errors = errors
    this.retryAfter = retryAfter
  }

  /** Whether another try may do without any change: nobody was reached, or it failed there. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429
  }

  /** What is wrong with a field of the body, by its JSON pointer without `#`: `/imo`. */
  at(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === `#${pointer}`)?.detail
  }

  /** What is wrong, apart from the fields that are shown where they stand. */
  without(pointers: string[]): string[] {
    const shown = new Set(pointers.map((pointer) => `#${pointer}`))
    const others = this.errors.filter((error) => !error.pointer || !shown.has(error.pointer))
    if (this.errors.length === 0) return [this.detail || this.title]
    return others.map((error) => {
      const field = error.pointer ?? error.parameter
      return field ? `${field}: ${error.detail}` : error.detail
    })
  }

  /** The same, of fields that also tell of what is in them: `/methods` of `/methods/0`. */
  apartFrom(pointers: string[]): string[] {
    const shown = this.errors.flatMap(({ pointer }) =>
      pointer && pointers.some((known) => pointer === `#${known}` || pointer.startsWith(`#${known}/`))
        ? [pointer.slice(1)]
        : [],
    )
    return this.without(shown)
  }
}

const TITLES: Record<number, string> = {
  401: 'You are not signed in any more',
  403: 'You may not do this',
  404: 'There is no such thing',
  429: 'Too many requests',
  502: 'The service does not answer',
  503: 'The service is not available',
  504: 'The service took too long',
}

/** The seconds of a Retry-After, which is a number of them or a date (RFC 9110, 10.2.3). */
export function secondsOf(field: string | null, now: number = Date.now()): number | undefined {
  if (!field) return undefined
  const seconds = /^\s*\d+\s*$/.test(field) ? Number(field) : Math.ceil((Date.parse(field) - now) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** The problem of an answer, whatever its body. */
export function problemOf(response: Response, body: unknown): Problem {
  const known = body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {}
  const text = (key: string) => (typeof known[key] === 'string' ? (known[key] as string) : '')
  const errors = Array.isArray(known['errors']) ? (known['errors'] as FieldError[]) : []
  return new Problem(
    response.status,
    text('title') || TITLES[response.status] || `Answer ${response.status}`,
    text('detail'),
    errors,
    secondsOf(response.headers.get('Retry-After')),
  )
}

/** The problem of a call that got no answer. */
export function noAnswer(thrown: unknown): Problem {
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new Problem(504, 'The service took too long', 'It may be stuck, or very busy.')
  }
  return new Problem(0, 'Fairlead cannot be reached', 'Check the connection; what you see may be old.')
}

/** Any thrown thing as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  return new Problem(0, 'This page failed', thrown instanceof Error ? thrown.message : String(thrown))
}
