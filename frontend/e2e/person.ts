import { test as base, expect, type Page } from '@playwright/test'

export type Person = 'viewer' | 'operator' | 'admin'

/** Signs in by the identity provider's own form and comes back to where the person wanted to go. */
export async function signIn(page: Page, person: Person, path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('#username').fill(person)
  await page.locator('#password').fill(`${person}-demo`)
  await page.locator('#kc-login').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** The token that the page sends, to do from outside what another person would. */
async function tokenOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((known) => known.startsWith('oidc.user:'))
    const user = JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}') as { access_token?: string }
    return user.access_token ?? ''
  })
}

/** Renames a vessel from outside the page, as another person would. */
export async function rename(page: Page, vessel: string): Promise<string> {
  const address = new URL(`/api/v1/vessels/${vessel}`, page.url()).href
  const headers = { Authorization: `Bearer ${await tokenOf(page)}` }
  const known = await fetch(address, { headers })
  const name = `Renamed ${Date.now()}`
  const answer = await fetch(address, {
    method: 'PATCH',
    headers: {
      ...headers,
      'Content-Type': 'application/merge-patch+json',
      'If-Match': known.headers.get('ETag') ?? '',
    },
    body: JSON.stringify({ name }),
  })
  expect(answer.status).toBe(200)
  return name
}

/** Fails a test in which the browser complained: a script that threw, a policy that was broken, an answer 5xx. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(`threw: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && message.text().includes('Content Security Policy')) {
          complaints.push(message.text())
        }
      })
      page.on('response', (response) => {
        if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
      })
      page.on('request', (request) => {
        const to = new URL(request.url())
        if (to.hostname !== 'localhost' && to.protocol.startsWith('http')) complaints.push(`outside: ${request.url()}`)
      })
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
