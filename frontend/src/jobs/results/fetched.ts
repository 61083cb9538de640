import { queryOptions } from '@tanstack/react-query'
import { fetchSigned } from '../../api/client'
import type { Job } from '../queries'

const MOST_BYTES = 30_000_000

/** Outputs by their names; one that is large stands as a {@link OutputLink}. */
export type Outputs = Record<string, unknown>

/** An output that came in parts, which is fetched by itself. */
export interface OutputLink {
  href: string
  type: string
  length: number
}

/** What a job found; null when it is too much to show or no JSON, so that it can only be saved. */
export const resultsQuery = (job: Job) =>
  queryOptions({
    queryKey: ['job-results', job.jobID],
    queryFn: async () => {
      const response = await fetchSigned(`/api/v1/jobs/${job.jobID}/results`, {
        headers: { Accept: 'application/json, text/plain;q=0.5' },
      })
      const type = response.headers.get('Content-Type') ?? ''
      if (!type.startsWith('application/json')) {
        await response.body?.cancel()
        return null
      }
      const text = await atMost(response, MOST_BYTES)
      return text === null ? null : outputsOf(JSON.parse(text))
    },
    staleTime: Infinity,
  })

/** The outputs of an answer; a single one that was asked for raw is no object of outputs. */
export function outputsOf(answer: unknown): Outputs | null {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Outputs) : null
}

/** The text of an answer, or null as soon as it is known to be longer than a page could show. */
async function atMost(response: Response, bytes: number): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return response.text()
  const decoder = new TextDecoder()
  let text = ''
  let read = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    read += value.byteLength
    if (read > bytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

export function isLink(output: unknown): output is OutputLink {
  if (typeof output !== 'object' || output === null) return false
  const { href, type, length } = output as Partial<OutputLink>
  return typeof href === 'string' && typeof type === 'string' && typeof length === 'number'
}
