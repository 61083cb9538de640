import { expect, signIn, test } from './person'

test('should take an operator from the fleet to the result of a computation, and to lunch', async ({ page }) => {
  await signIn(page, 'operator', '/')

  await test.step('from the map to a vessel', async () => {
    await expect(page).toHaveURL(/\/fleet/)
    await page.getByRole('group', { name: 'Map of the fleet' }).getByRole('link', { name: /MV104/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('MV104')
  })

  await test.step('its power, now and by 15 minutes', async () => {
    await expect(page.getByRole('heading', { name: /Live/ })).toBeVisible()
    await expect(page.getByText(/\d+(\.\d+)? kW/).first()).toBeVisible()
    await expect(page.getByRole('img', { name: /Power/ })).toBeVisible()
  })

  await test.step('two pieces of equipment out of service', async () => {
    const equipment = page.getByRole('region', { name: /^Equipment/ }).first()
    const rows = equipment.getByRole('row').filter({ hasText: 'active' })
    for (const i of [0, 1]) await rows.nth(i).getByRole('checkbox').check()
    await page.getByRole('button', { name: /^Deactivate/ }).click()
    await expect(equipment.getByRole('row').filter({ hasText: 'inactive' })).toHaveCount(2)
  })

  await test.step('a schedule for it', async () => {
    await page.getByRole('button', { name: /Link a schedule/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: /^Link/ }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('a mooring analysis from its form, watched until it is told', async () => {
    await page.getByRole('link', { name: 'Jobs', exact: true }).click()
    await page
      .getByRole('link', { name: /mooring-statics/i })
      .first()
      .click()
    await page.getByRole('button', { name: /example/i }).click()
    await page.getByRole('button', { name: /^Start/ }).click()
    await expect(page).toHaveURL(/\/jobs\/[0-9a-f-]{36}/)
    await expect(page.getByText('mooring-statics is done')).toBeVisible({ timeout: 60_000 })
  })

  await test.step('its layout and offset curve', async () => {
    await expect(page.getByRole('img', { name: /layout/i })).toBeVisible()
    await expect(page.getByRole('img', { name: /offset/i })).toBeVisible()
  })

  await test.step('where salmon is served', async () => {
    await page.getByRole('link', { name: 'Galley', exact: true }).click()
    await page.getByRole('searchbox').fill('salmon')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/salmon/i).nth(1)).toBeVisible()
  })

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})
