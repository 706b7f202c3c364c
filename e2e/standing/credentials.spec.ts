import { type House, openHouse } from '../support/house.ts'
import { expect, type Page, signIn, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'

// A house of its own: what is declared and confirmed here changes the demo's figures.
test.describe.configure({ mode: 'serial' })

const TODAY = '2026-11-20'
const REASON = 'The body knows no such number'

let house: House
let trainer: Page
let registrar: Page
let holdingId: string

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  house = await openHouse({ today: TODAY })
  trainer = await (await browser.newContext()).newPage()
  registrar = await (await browser.newContext()).newPage()
  await signIn(trainer, house.web, 'trainer@demo.test')
  await signIn(registrar, house.admin, 'registrar@demo.test')
})
test.afterAll(() => house.close())

/** The trainer states an ISSA certification. */
async function declare(dates: { certifiedOn: string; cycleStart?: string; expiresOn?: string }): Promise<void> {
  await trainer.getByLabel('Credential').selectOption('ISSA-CPT')
  await trainer.getByLabel('Certified on').fill(dates.certifiedOn)
  await trainer.getByLabel('Cycle began on').fill(dates.cycleStart ?? '')
  await trainer.getByLabel('Cycle ends on').fill(dates.expiresOn ?? '')
  await trainer.getByRole('button', { name: /^(Add it|Save)$/ }).click()
}

const personPage = async (): Promise<void> => {
  await registrar.goto(`${house.admin}/reviews`)
  await registrar
    .getByRole('link', { name: /Rivera, Tess/ })
    .first()
    .click()
}

test('a trainer declares a credential; dates that cannot be are refused at their field, and nothing typed is lost', async () => {
  await trainer.goto(house.web)
  await trainer.getByRole('link', { name: 'My credentials' }).click()
  await trainer.getByRole('link', { name: 'Add a credential' }).click()
  await trainer.getByLabel('Number on the certificate').fill('A-17')
  await declare({ certifiedOn: '2020-02-01', cycleStart: '2026-02-01', expiresOn: '2026-01-01' })
  await expect(trainer.getByRole('alert').filter({ hasText: 'Not saved' })).toContainText(
    'The cycle ends before it starts.',
  )
  await expect(trainer.getByLabel('Cycle ends on')).toHaveAttribute('aria-invalid', 'true')
  await expect(trainer.getByLabel('Number on the certificate')).toHaveValue('A-17')
  await declare({ certifiedOn: '2020-02-01', cycleStart: '2026-02-01', expiresOn: '2028-01-31' })
  await expect(trainer).toHaveURL(/\/holdings$/)
  const item = trainer.getByRole('listitem').filter({ hasText: 'ISSA-CPT' })
  await expect(item).toContainText('Self-declared')
  await trainer.goto(house.web)
  await expect(trainer.getByRole('article').filter({ hasText: 'ISSA' })).toContainText('Self-declared, not confirmed')
})

test('it is edited as long as nobody confirmed it', async () => {
  await trainer.goto(`${house.web}/holdings`)
  await trainer.getByRole('link', { name: 'Edit ISSA-CPT' }).click()
  await expect(trainer.getByLabel('Certified on')).toHaveValue('2020-02-01')
  await declare({ certifiedOn: '2020-02-01', cycleStart: '2026-02-02', expiresOn: '2028-02-01' })
  await expect(trainer.getByRole('listitem').filter({ hasText: 'ISSA-CPT' })).toContainText('February 1, 2028')
  const { api, leave } = await visitor(house.web, 'trainer@demo.test')
  const own = await api.query<readonly { id: string; credential: string }[]>('holdings.own')
  await leave()
  holdingId = own.find(({ credential }) => credential === 'ISSA-CPT')?.id ?? ''
  expect(holdingId).not.toBe('')
})

test('compliance counts it apart, and the registrar confirms it on the page of the person', async () => {
  await registrar.goto(`${house.admin}/compliance`)
  const apart = registrar.getByRole('link', { name: /Self-declared/ })
  await expect(apart).toContainText('1')
  await apart.click()
  await expect(registrar.getByRole('row').filter({ hasText: 'ISSA-CPT' })).toContainText('self-declared')
  await registrar.goto(`${house.admin}/reviews`)
  await expect(registrar.getByRole('heading', { name: '1 self-declared credential waits' })).toBeVisible()
  await personPage()
  await registrar.getByRole('button', { name: 'Confirm ISSA-CPT' }).click()
  await expect(registrar.getByRole('button', { name: 'Confirm ISSA-CPT' })).toBeHidden()
  await trainer.goto(`${house.web}/holdings`)
  await expect(trainer.getByRole('listitem').filter({ hasText: 'ISSA-CPT' })).toContainText('Confirmed')
  await registrar.goto(`${house.admin}/compliance`)
  await expect(registrar.getByRole('link', { name: /Self-declared/ })).toHaveCount(0)
})

test('another is refused with the reason, which the trainer reads', async () => {
  await trainer.goto(`${house.web}/holdings/new`)
  await trainer.getByLabel('Credential').selectOption('ACE-CPT')
  await trainer.getByLabel('Certified on').fill('2026-01-15')
  await trainer.getByRole('button', { name: 'Add it' }).click()
  await expect(trainer.getByRole('listitem').filter({ hasText: 'ACE-CPT' })).toContainText('Self-declared')
  await personPage()
  await registrar.getByText('Refuse …').click()
  await registrar.getByLabel('Reason').filter({ visible: true }).fill(REASON)
  await registrar.getByRole('button', { name: 'Refuse it' }).click()
  await expect(registrar.getByRole('button', { name: 'Confirm ACE-CPT' })).toHaveCount(0)
  await trainer.goto(`${house.web}/holdings`)
  await expect(trainer.getByRole('listitem').filter({ hasText: 'ACE-CPT' })).toContainText(REASON)
})

test('the smallest change stands in the reasons and on the explanation, which prints whole', async () => {
  await trainer.goto(house.web)
  const issa = trainer.getByRole('article').filter({ hasText: 'ISSA' })
  await issa.getByRole('button', { name: 'Why? about “Still missing”' }).click()
  const dialog = trainer.getByRole('dialog')
  await expect(dialog).toContainText('The smallest change that would make it renewable')
  await dialog.getByRole('link', { name: 'Full explanation, to print' }).click()
  await expect(trainer).toHaveURL(`${house.web}/standing/${holdingId}/explanation`)
  for (const part of ['The answer', 'Step by step', 'Entries that the rules read', 'Versions of the rules', 'Sources'])
    await expect(trainer.getByRole('heading', { name: part })).toBeVisible()
  await trainer.emulateMedia({ media: 'print' })
  await expect(trainer.getByText('Printed on November 20, 2026.', { exact: false })).toBeVisible()
  await expect(trainer.getByRole('button', { name: 'Print' })).toBeHidden()
  expect((await trainer.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000)
  await trainer.emulateMedia({ media: 'screen' })
})

test('a past day is explained as it was known, in portal and console alike', async () => {
  let steps: readonly string[] = []
  for (const [page, address] of [
    [trainer, `${house.web}/standing/${holdingId}/explanation`],
    [registrar, `${house.admin}/people/${await personId()}/holdings/${holdingId}`],
  ] as const) {
    await page.goto(address)
    await page.getByLabel('How it stood on').fill('2027-01-15')
    await page.getByRole('button', { name: 'Show that day' }).click()
    await expect(page).toHaveURL(/asOf=2027-01-15/)
    await expect(page.getByText('as of January 15, 2027, as known on November 20, 2026')).toBeVisible()
    const shown = page.locator('ol > li').filter({ hasText: 'Rule: ' })
    await expect(shown.nth(3)).toBeVisible()
    if (page === trainer) steps = await shown.allInnerTexts()
    await expect(shown).toHaveText(steps, { useInnerText: true })
    await page.getByLabel('As known on').fill('2026-11-19')
    await page.getByRole('button', { name: 'Show that day' }).click()
    await expect(page.getByText('Not on record then')).toBeVisible()
  }
})

test('the registrar enters and ends a holding on the page of the person', async () => {
  const id = await personId()
  await registrar.goto(`${house.admin}/people/${id}`)
  await registrar.getByRole('link', { name: 'Add a credential' }).click()
  await registrar.getByLabel('Credential').selectOption('ACE-CPT')
  await registrar.getByLabel('Certified on').fill('2026-01-15')
  await registrar.getByRole('button', { name: 'Add it' }).click()
  await expect(registrar).toHaveURL(`${house.admin}/people/${id}`)
  await expect(registrar.getByRole('heading', { name: 'ACE-CPT' })).toBeVisible()
  const ends = registrar.getByText('End this holding …')
  await expect(ends.last()).toBeVisible()
  const before = await ends.count()
  await ends.last().click()
  await registrar.getByLabel('Reason').filter({ visible: true }).last().fill('Entered in error')
  await registrar.getByRole('button', { name: 'End it' }).filter({ visible: true }).last().click()
  await expect(ends).toHaveCount(before - 1)
})

test('a second organisation sees nothing of it', async () => {
  const id = await personId()
  const rival = await visitor(house.web, 'trainer@rival.test')
  await expect(rival.api.query('standing.explanation', { holdingId })).rejects.toThrow(/holding\.unknown|NOT_FOUND|404/)
  await rival.leave()
  const foreign = await visitor(house.admin, 'admin@rival.test')
  await expect(foreign.api.query('people.explanation', { personId: id, holdingId })).rejects.toThrow(
    /holding\.unknown|NOT_FOUND|404/,
  )
  await foreign.leave()
})

async function personId(): Promise<string> {
  const { api, leave } = await visitor(house.admin, 'registrar@demo.test')
  const { rows } = await api.query<{ rows: readonly { id: string; email: string }[] }>('people.search', {
    search: 'trainer@demo.test',
    page: 1,
  })
  await leave()
  return rows.find(({ email }) => email === 'trainer@demo.test')?.id ?? ''
}
