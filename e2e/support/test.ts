import { test as base, type Page } from '@playwright/test'
import { PASSWORD } from './house.ts'

export { expect, type Page } from '@playwright/test'
export { PASSWORD } from './house.ts'

/** The two apps of the house that all specs of a run share. */
export interface Apps {
  readonly portal: string
  readonly console: string
}

const needed = (name: 'E2E_WEB' | 'E2E_ADMIN'): string => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is set by the global setup`)
  return value
}

export const test = base.extend<{ apps: Apps }>({
  // Playwright reads the names of fixtures from this pattern, so there must be one.
  apps: async ({ browserName: _ }, use) => use({ portal: needed('E2E_WEB'), console: needed('E2E_ADMIN') }),
})

/** Signs in without the form, as the form does it, so that a spec begins where its matter begins. */
export async function signIn(page: Page, app: string, email: string): Promise<void> {
  const headers = { Origin: app }
  const { csrfToken } = await (await page.request.get(`${app}/api/auth/csrf`)).json()
  const answer = await page.request.post(`${app}/api/auth/callback/credentials`, {
    headers,
    data: { email, password: PASSWORD, csrfToken },
  })
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`)
}

/** Collects what a page must not do: errors in its console, failed requests, requests to other hosts. */
export function watch(page: Page): { readonly complaints: readonly string[] } {
  const complaints: string[] = []
  page.on('console', (message) => {
    // What could not be loaded stands in the place of the message alone.
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it was still fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') complaints.push(`foreign: ${request.url()}`)
  })
  return { complaints }
}
