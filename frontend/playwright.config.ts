import { defineConfig } from '@playwright/test'

/** Drives a real chromium against a running stack: FAIRLEAD_URL says where it is, CHROMIUM which browser. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  globalTimeout: 720_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['FAIRLEAD_URL'] ?? 'http://localhost:8088',
    viewport: { width: 1400, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox'], // which a browser that root starts cannot have
    },
  },
})
