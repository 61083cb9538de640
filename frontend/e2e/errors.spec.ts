import { expect, rename, signIn, test } from './person'

test('should say so and go on when the connection is lost and comes back, and miss nothing', async ({
  page,
  context,
}) => {
  await signIn(page, 'operator', '/fleet')
  await expect(page.getByRole('row', { name: /MV103/ })).toBeVisible()

  await context.setOffline(true)
  await expect(page.getByRole('status', { name: 'Connection' })).toBeVisible()
  const name = await rename(page, 'MV103')
  await context.setOffline(false)

  await expect(page.getByRole('row', { name: /MV103/ })).toContainText(name)
  await expect(page.getByRole('status', { name: 'Connection' })).toHaveCount(0)
})

test('should show at once what another person changes', async ({ page }) => {
  await signIn(page, 'operator', '/fleet')
  await expect(page.getByRole('row', { name: /MV101/ })).toBeVisible()

  const name = await rename(page, 'MV101')

  await expect(page.getByRole('row', { name: /MV101/ })).toContainText(name)
})

test('should ask to sign in again and keep the page when the sign-in has ended', async ({ page }) => {
  await signIn(page, 'viewer', '/fleet')
  await expect(page.getByRole('row', { name: /MV101/ })).toBeVisible()
  await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((known) => known.startsWith('oidc.user:')) ?? ''
    const user = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, unknown>
    sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: 'spoilt', refresh_token: undefined }))
  })

  await page.getByRole('link', { name: 'Schedules' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Your sign-in has ended' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in again' }).click()

  await expect(page).toHaveURL(/\/schedules/)
  await expect(page.getByText('Your sign-in has ended')).toHaveCount(0)
})

test('should renew the sign-in without a word when its token has run out', async ({ page }) => {
  await signIn(page, 'viewer', '/fleet')
  await expect(page.getByRole('row', { name: /MV101/ })).toBeVisible()
  await page.evaluate(() => {
    const key = Object.keys(sessionStorage).find((known) => known.startsWith('oidc.user:')) ?? ''
    const user = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, unknown>
    sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: 'spoilt', expires_at: 1 }))
  })

  await page.getByRole('link', { name: 'Schedules' }).click()
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('should say that there is no such page or vessel, and lead back', async ({ page }) => {
  await signIn(page, 'viewer', '/vessels/NOBODY')
  await expect(page.getByRole('alert')).toContainText(/no such vessel|not found/i)
  await page.getByRole('link', { name: 'Fleet', exact: true }).click()
  await expect(page).toHaveURL(/\/fleet/)
})

test('should say why it is empty when there is no vessel', async ({ page }) => {
  await page.route('**/api/v1/vessels?*', (route) => route.fulfill({ json: { items: [], next: null } }))
  await signIn(page, 'viewer', '/fleet')
  await expect(page.getByText('There is no vessel yet')).toBeVisible()
})

const fleetService = Number(process.env['FLEET_PID'])

test('should say that a service is away while the others work, and go on when it is back', async ({
  page,
  request,
  complaints,
}) => {
  test.skip(!fleetService, 'FLEET_PID names the process to hold up')
  await signIn(page, 'operator', '/galley')

  process.kill(fleetService, 'SIGSTOP')
  try {
    await expect(async () => {
      expect((await request.get('/openapi/fleet.json', { timeout: 5_000 })).status()).toBe(503)
    }).toPass({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Fleet', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('not available')
    await page.getByRole('link', { name: 'Galley', exact: true }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  } finally {
    process.kill(fleetService, 'SIGCONT')
  }
  await page.getByRole('link', { name: 'Fleet', exact: true }).click()
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' })
    if (await again.isVisible()) await again.click()
    await expect(page.getByRole('row', { name: /MV101/ })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  complaints.length = 0 // a 503 is what this was about
})

test('should say what is wrong at the field when a form is refused, and take it when it is mended', async ({
  page,
}) => {
  await signIn(page, 'operator', '/vessels/MV105')
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const imo = dialog.getByLabel('IMO number')
  const right = await imo.inputValue()

  await imo.fill('1234568')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(imo).toHaveAttribute('aria-invalid', 'true')
  await expect(imo).toHaveAccessibleDescription(/check digit/)

  await imo.fill(right)
  await dialog.getByLabel('Name').fill(`Renamed ${Date.now()}`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
})
