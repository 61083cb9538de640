import createClient, { type Middleware } from 'openapi-fetch'
import { accessToken, signInAgain } from '../auth/tokens'
import type { paths as FleetPaths } from './generated/fleet'
import type { paths as JobPaths } from './generated/job'
import type { paths as RelayPaths } from './generated/relay'
import type { paths as TelemetryPaths } from './generated/telemetry'
import { noAnswer, Problem, problemOf } from './problem'

const signed: Middleware = {
  async onRequest({ request }) {
    const token = await accessToken()
    if (token) request.headers.set('Authorization', `Bearer ${token}`)
    return request
  },
  onResponse({ response }) {
    if (response.status === 401) signInAgain()
  },
  onError({ error }) {
    return noAnswer(error)
  },
}

/** What takes longer than 10 s is a job, so an answer that takes longer than this will not come. */
const LONGEST_MS = 20_000

function timed(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_MS)]) })
}

function client<P extends object>() {
  const made = createClient<P>({
    baseUrl: window.location.origin,
    fetch: timed,
    querySerializer: { array: { style: 'form', explode: true } },
  })
  made.use(signed)
  return made
}

export const fleet = client<FleetPaths>()
export const telemetry = client<TelemetryPaths>()
export const job = client<JobPaths>()
export const relay = client<RelayPaths>()

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a 2xx answer; throws a {@link Problem} for any other. */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  return (await answered(answer)).data
}

/** The same with its header fields, for whoever needs to know what they say. */
export async function answered<T>(answer: Promise<Answer<T>>): Promise<{ data: T; headers: Headers }> {
  const { data, error, response } = await answer
  if (!response.ok) throw error instanceof Problem ? error : problemOf(response, error)
  return { data: data as T, headers: response.headers }
}

interface Page<T> {
  items: T[]
  next?: string | null
}

/** All items of a list that comes in pages, up to a bound that a person can still look through. */
export async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>, most = 5_000): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const next = await page(cursor)
    items.push(...next.items)
    cursor = next.next ?? undefined
  } while (cursor && items.length < most)
  return items
}

/** Fetches a path of the gateway that the typed clients do not know, such as a download; throws as they do. */
export async function fetchSigned(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  const token = await accessToken()
  if (token) headers.set('Authorization', `Bearer ${token}`)
  const response = await fetch(path, { ...init, headers }).catch((thrown: unknown) => {
    throw noAnswer(thrown)
  })
  if (response.status === 401) signInAgain()
  if (!response.ok) throw problemOf(response, await response.json().catch(() => null))
  return response
}
