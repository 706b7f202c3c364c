import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { procedures } from '../support/procedures.ts'
import { type Apps, expect, signIn } from '../support/test.ts'

export const NEW_PASSWORD = 'nine slow otters in the reeds'

export interface Newcomer {
  readonly email: string
  readonly givenName: string
  readonly familyName: string
}

/** Somebody whom no other spec knows. */
export function newcomer(): Newcomer {
  const mark = randomUUID().slice(0, 8)
  return { email: `newcomer-${mark}@example.test`, givenName: 'Noor', familyName: `Newcomer ${mark}` }
}

/** A browser of its own, signed in to the console as the demo's administrator. */
export async function administrator(browser: Browser, apps: Apps): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, apps.console, 'admin@demo.test')
  return page
}

interface MailLine {
  readonly id: string
  readonly recipient: string
  readonly kind: string
}

/** The link in the latest kept mail of a kind to an address, once the worker has written it. */
export async function mailedLink(
  admin: Page,
  apps: Apps,
  { email, kind }: { email: string; kind: string },
): Promise<string> {
  const api = procedures(admin.request, apps.console)
  const find = async (): Promise<MailLine | undefined> => {
    const { mails } = await api.query<{ mails: MailLine[] }>('organizations.mails', { page: 1 })
    return mails.find((mail) => mail.recipient === email && mail.kind === kind)
  }
  await expect.poll(async () => (await find())?.kind, { timeout: 60_000 }).toBe(kind)
  const { text } = await api.query<{ text: string }>('organizations.mail', { mailId: (await find())?.id })
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (!link) throw new Error(`no link in the mail:\n${text}`)
  return link
}

/** Invites by the API and accepts in the browser; answers the newcomer's page, signed in. */
export async function join(
  browser: Browser,
  apps: Apps,
  { person, role }: { person: Newcomer; role: string | null },
): Promise<Page> {
  const admin = await administrator(browser, apps)
  const api = procedures(admin.request, apps.console)
  const units = await api.query<{ id: string; depth: number }[]>('organizations.units')
  await api.mutate('organizations.invite', { ...person, unitId: units[0]?.id, role, locale: 'en' })
  const link = await mailedLink(admin, apps, { email: person.email, kind: 'invitation' })
  await admin.context().close()
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Accept and go on' }).click()
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  return page
}
