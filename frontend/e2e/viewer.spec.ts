import { expect, signIn, test } from './person'

/** What changes something, by the words on its button. */
const CHANGES =
  /^(deactivate|activate|edit|link|unlink|start|submit|cancel|retry|new|create|add|change|delete|purge|make|save)\b/i

test('should show a viewer no button that would answer 403', async ({ page }) => {
  await signIn(page, 'viewer', '/fleet')
  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0)

  for (const path of ['Fleet', 'Schedules', 'Jobs', 'Analytics', 'Galley']) {
    await page.getByRole('link', { name: path, exact: true }).click()
    await expect(page.locator('.loading')).toHaveCount(0)
    await expect(page.getByRole('button', { name: CHANGES }), path).toHaveCount(0)
  }
  await page.getByRole('link', { name: 'Fleet', exact: true }).click()
  await page.getByRole('link', { name: 'MV104' }).first().click()
  await expect(page.getByRole('heading', { name: /Equipment/ })).toBeVisible()
  await expect(page.getByRole('button', { name: CHANGES })).toHaveCount(0)
})
