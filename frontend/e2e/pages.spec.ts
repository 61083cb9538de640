import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './person'

interface Shown {
  name: string
  path: string
  /** The title of one of its panels. */
  shows: string
  /** What leads from there to the page, when its address is not known before. */
  link?: { in: string; text: string }
}

const PAGES: Shown[] = [
  { name: 'fleet', path: '/fleet', shows: 'Vessels' },
  { name: 'vessel', path: '/vessels/MV104', shows: 'Equipment' },
  { name: 'schedules', path: '/schedules', shows: 'Timeline' },
  { name: 'jobs', path: '/jobs', shows: 'Start a job' },
  { name: 'start', path: '/jobs/start/mooring-statics', shows: 'Inputs' },
  { name: 'job', path: '/jobs', shows: 'Energy', link: { in: 'Jobs, newest first', text: 'energy-report' } },
  { name: 'result', path: '/analytics', shows: 'Value', link: { in: 'Newest results', text: 'power-forecast' } },
  { name: 'analytics', path: '/analytics', shows: 'Results|Newest' },
  { name: 'galley', path: '/galley', shows: 'Find a dish' },
  ...[
    ['tokens', 'Personal access tokens'],
    ['projects', 'Projects'],
    ['triggers', 'Triggers'],
    ['licences', 'Licences'],
    ['webhooks', 'secrets'],
    ['upstreams', 'Outside|Upstreams'],
    ['cache', 'cache'],
  ].map(([part, shows]) => ({ name: `admin-${part}`, path: `/admin/${part}`, shows: shows ?? '' })),
]
const SIZES = { desktop: { width: 1400, height: 900 }, tablet: { width: 820, height: 1180 } }

for (const { name, path, shows, link } of PAGES) {
  test(`${name}: should be whole, reachable and free of axe's violations in every palette and width`, async ({
    page,
  }) => {
    await signIn(page, 'admin', path)
    if (link) {
      await page.getByRole('region', { name: link.in }).getByRole('link', { name: link.text }).first().click()
    }
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(shows) }).first()).toBeVisible()

    for (const palette of ['day', 'night']) {
      await page.getByLabel('Palette').selectOption(palette)
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport)
        await settled(page)
        await page.screenshot({ path: `target/screenshots/${name}-${palette}-${size}.png`, fullPage: true })
        expect(await overflow(page), `${name} ${palette} ${size} scrolls sideways`).toBeLessThanOrEqual(0)
      }
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join('\n')}`),
      ).toEqual([])
    }
  })
}

test('should reach everything on the fleet page by keyboard', async ({ page }) => {
  await signIn(page, 'operator', '/fleet')
  await expect(page.getByRole('link', { name: 'MV104' }).first()).toBeVisible()

  const reached = new Set<string>()
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const at = document.activeElement
      return at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim()
    })
    if (reached.has('Skip to the content') && name === 'Skip to the content') break
    reached.add(name)
  }
  for (const wanted of ['Skip to the content', 'Schedules', 'Sign out', 'Zoom in', 'MV104']) {
    expect([...reached]).toContain(wanted)
  }
})

/** Nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** By how many pixels the page is wider than its window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
