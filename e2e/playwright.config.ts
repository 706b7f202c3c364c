import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.ts'

const executablePath = await findChromium()

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  // Two cores, and the product beside the browser: more would only wait for each other.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // How long a machine takes is no matter here, only whether it comes: what takes longer is lost, not slow.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath ? { executablePath } : {}) },
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // A trace of every test takes a sixth of the time; whoever looks for a fault asks for one: `--trace on`.
    trace: 'off',
    locale: 'en-US',
  },
})
