import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser for the tests: `CHROMIUM_PATH`, the system's, or Playwright's own; nothing where there is none. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  const { chromium } = await import('@playwright/test')
  return [...PLACES, chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds a browser, or as root on Debian installs its package. The line to say where that cannot be done. */
export async function needChromium(): Promise<{ readonly path: string } | { readonly fault: string }> {
  const path = (await findChromium()) ?? (installFromDebian() ? await findChromium() : undefined)
  if (path) return { path }
  const how = 'install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)'
  return { fault: `No Chromium for the browser tests: set CHROMIUM_PATH, or ${how}.` }
}

function installFromDebian(): boolean {
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'ignore', env }).status === 0
  process.stdout.write('  … installing the package chromium\n')
  return run('update') && run('install', '-y', '--no-install-recommends', 'chromium')
}

/** Flags under which a browser of root starts, and none calls home. */
export const CHROMIUM_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
