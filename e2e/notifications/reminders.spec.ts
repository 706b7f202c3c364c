import { Inspector } from '../quality/inspect.ts'
import { type House, openHouse } from '../support/house.ts'
import { mailsTo } from '../support/mails.ts'
import { procedures } from '../support/procedures.ts'
import { expect, type Page, signIn, test, watch } from '../support/test.ts'

test.describe.configure({ mode: 'serial' })

/** Thirty days before the certification of the demo's trainer ends. */
const TODAY = '2028-08-22'
const SINCE = '2026-11-20'

let house: House
test.beforeAll(async () => {
  test.setTimeout(400_000)
  // Certified in 2026; then nothing ran for almost two years.
  house = await openHouse({ today: SINCE })
  await house.restart({ today: TODAY })
})
test.afterAll(() => house.close())

/** The mails of a kind to the demo's trainer. */
const remindersOf = (page: Page, kind: string): Promise<readonly string[]> =>
  mailsTo(page, house.admin, { recipient: 'trainer@demo.test', kind })

test('a wave above the ceiling waits, is released with its figures seen, and stands in the mail view', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const { complaints } = watch(page)
  await signIn(page, house.admin, 'admin@demo.test')
  await page.goto(`${house.admin}/settings/reminders`)
  await expect(page.getByText('A wave waits for release')).toBeVisible()
  await page.getByLabel('Quiet from').selectOption('03:00')
  await page.getByLabel('Quiet until').selectOption('03:00')
  await page.getByLabel('Ceiling').fill('5')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Deadlines/ })).toBeVisible()
  await page.getByRole('button', { name: /^Release [\d,]+ reminders$/ }).click()
  await expect(page.getByText('A wave waits for release')).toHaveCount(0)
  // The worker sends it at once; of all the stages missed in two years the trainer gets the newest alone.
  await expect.poll(async () => (await remindersOf(page, 'reminder-deadline')).length, { timeout: 240_000 }).toBe(1)
  const [id] = await remindersOf(page, 'reminder-deadline')
  await page.goto(`${house.admin}/settings/mail/${id}`)
  await expect(page.getByText('NASM: Certified Personal Trainer ends on September 21, 2028').first()).toBeVisible()
  await expect(page.getByText('Still missing: 1.9 CEUs.')).toBeVisible()
  // The job counts what is left when all of the wave is out: the mail of one person may be there before that.
  await expect(async () => {
    await page.goto(`${house.admin}/settings/reminders`)
    await expect(page.getByText('Nobody is owed a reminder.')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 120_000 })
  await expect(page.getByText(/Counted on .+, after what went out then\./)).toBeVisible()
  expect(complaints).toEqual([])
})

test('the link of a mail switches its kind off without signing in, by a button and by one click of a mail program', async ({
  page,
  browser,
}) => {
  await signIn(page, house.admin, 'admin@demo.test')
  const [id] = await remindersOf(page, 'reminder-deadline')
  const { text } = await procedures(page.request, house.admin).query<{ text: string }>('organizations.mail', {
    mailId: id,
  })
  const link = /https?:\/\/\S+\/unsubscribe\/\S+/.exec(text)?.[0] ?? ''
  const stranger = await (await browser.newContext()).newPage()
  const { complaints } = watch(stranger)

  // Looking at it changes nothing; the button does.
  await stranger.goto(link)
  const trainer = await (await browser.newContext()).newPage()
  await signIn(trainer, house.web, 'trainer@demo.test')
  await trainer.goto(`${house.web}/settings`)
  const choice = trainer.getByRole('switch', { name: 'Deadlines of my certifications' })
  await expect(choice).toBeChecked()
  await stranger.getByRole('button', { name: 'Send me no more of these' }).click()
  await expect(stranger.getByText('No more mails of this kind: Deadlines of my certifications.')).toBeVisible()
  await trainer.reload()
  await expect(choice).not.toBeChecked()

  // Switched on again, and off by what RFC 8058 has a mail program post: no cookie, no origin.
  // The switch moves at once; it is on when that is kept.
  const kept = trainer.waitForResponse((answer) => answer.url().includes('reminders.choose'))
  await choice.click()
  await expect(choice).toBeChecked()
  expect((await kept).ok()).toBe(true)
  await trainer.reload()
  await expect(choice).toBeChecked()
  const posted = await fetch(link, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(posted.status).toBe(200)
  await trainer.reload()
  await expect(choice).not.toBeChecked()

  const forged = await fetch(
    link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    { method: 'POST' },
  )
  expect(forged.status).toBe(404)
  expect(complaints).toEqual([])
})

test('the private calendar opens without signing in, follows a change, and is gone when it is ended', async ({
  page,
}) => {
  const { complaints } = watch(page)
  await signIn(page, house.web, 'trainer@demo.test')
  await page.goto(`${house.web}/settings`)
  await page.getByRole('button', { name: 'Make a private address' }).click()
  const address = await page.getByLabel('Address for your calendar program').inputValue()
  const first = await fetch(address)
  const before = await first.text()
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  expect(first.headers.get('set-cookie')).toBeNull()
  expect(before).toContain('SUMMARY:Expires: NASM: Certified Personal Trainer')
  const unchanged = await fetch(address, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } })
  expect(unchanged.status).toBe(304)

  // In the language of the person: every event keeps its identity and gets the next number.
  const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map((match) => match[1])
  await procedures(page.request, house.web).mutate('account.setPreferences', { locale: 'es', timeZone: 'UTC' })
  const after = await (await fetch(address)).text()
  expect(after).toContain('SUMMARY:Vence: NASM')
  expect(after).toContain('SEQUENCE:1')
  expect(uids(after)).toEqual(uids(before))
  await procedures(page.request, house.web).mutate('account.setPreferences', { locale: 'en', timeZone: 'UTC' })

  const file = await page.request.get(`${house.web}/calendar/plan.ics`)
  expect(file.headers()['content-disposition']).toBe('attachment; filename="good-standing.ics"')
  expect((await fetch(`${house.web}/calendar/plan.ics`)).status).toBe(401)

  await page.getByRole('button', { name: 'Make a new address' }).click()
  await expect(page.getByLabel('Address for your calendar program')).not.toHaveValue(address)
  const second = await page.getByLabel('Address for your calendar program').inputValue()
  const [revoked, unknown] = [await fetch(address), await fetch(address.replace(/[^/]{8}\.ics$/, 'AAAAAAAA.ics'))]
  expect([revoked.status, unknown.status]).toEqual([404, 404])
  expect(await revoked.text()).toBe(await unknown.text())
  expect((await fetch(second)).status).toBe(200)
  await page.getByRole('button', { name: 'End the address' }).click()
  await expect(page.getByText('The address has ended.')).toBeVisible()
  expect((await fetch(second)).status).toBe(404)
  expect(complaints).toEqual([])
})

test('reminders and calendar in the settings, the page of a mail’s link and the guard are clean in both sizes and appearances', async ({
  page,
}) => {
  test.slow()
  await signIn(page, house.web, 'trainer@demo.test')
  const portal = new Inspector(page)
  expect(await portal.look(`${house.web}/settings`)).toEqual([])
  await signIn(page, house.admin, 'admin@demo.test')
  expect(await portal.look(`${house.admin}/settings/reminders`)).toEqual([])
})
