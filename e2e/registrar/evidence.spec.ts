import { readFile } from 'node:fs/promises'
import { type House, openHouse } from '../support/house.ts'
import { expect, type Page, signIn, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'
import { confirmCard, handInActivity, handInCard, openReview, PDF } from './steps.ts'

// A house of its own: what is decided here changes the standing of the demo's trainer.
test.describe.configure({ mode: 'serial' })

let house: House
let trainer: Page
let registrar: Page
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  house = await openHouse({ today: '2026-11-20' })
  trainer = await (await browser.newContext()).newPage()
  registrar = await (await browser.newContext()).newPage()
  await signIn(trainer, house.web, 'trainer@demo.test')
  await signIn(registrar, house.admin, 'registrar@demo.test')
})
test.afterAll(() => house.close())

interface Standing {
  readonly holdings: readonly {
    readonly credential: { readonly code: string }
    readonly counted: number
  }[]
}

/** What counts for the trainer's certification, in thousandths. */
async function counted(): Promise<number | undefined> {
  const { api, leave } = await visitor(house.web, 'trainer@demo.test')
  const { holdings } = await api.query<Standing>('standing.page')
  await leave()
  return holdings.find(({ credential }) => credential.code === 'NASM-CPT')?.counted
}

test('a file that is not what its name says is refused, and the form keeps what was typed', async () => {
  await trainer.goto(`${house.web}/credits`)
  await trainer.getByRole('link', { name: 'Hand in' }).click()
  await trainer.getByRole('link', { name: 'Outside activity' }).click()
  await trainer.getByLabel('Title').fill('Strength congress')
  await trainer.getByLabel('Provider').fill('Congress House')
  await trainer.getByLabel('Completed on').fill('2026-11-07')
  await trainer.getByLabel('Contact hours').fill('10')
  await trainer
    .getByLabel('Evidence')
    .setInputFiles({ ...PDF, buffer: Buffer.from('<html><script>alert(1)</script></html>') })
  await trainer.getByRole('button', { name: 'Hand in' }).click()
  await expect(trainer.getByText('This is no PDF, JPEG or PNG, whatever its name says.').first()).toBeVisible()
  await expect(trainer.getByLabel('Title')).toHaveValue('Strength congress')
  await trainer.getByLabel('Evidence').setInputFiles(PDF)
  await trainer.getByRole('button', { name: 'Hand in' }).click()
  await expect(trainer.getByText('It waits for a registrar.')).toBeVisible()
  await expect(trainer.getByRole('heading', { name: 'Strength congress' })).toBeVisible()
  await expect(trainer.getByText('Waiting')).toBeVisible()
})

test('the registrar sees the evidence beside the rule and approves in part; the award follows', async () => {
  const before = await counted()
  await openReview(registrar, house.admin, 'Strength congress')
  await expect(registrar.getByRole('heading', { name: 'What the rule says' })).toBeVisible()
  await expect(registrar.getByText('Activities that nobody approved before may be asked for.').first()).toBeVisible()
  const [download] = await Promise.all([
    registrar.waitForEvent('download'),
    registrar.getByRole('link', { name: 'Download the evidence' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(PDF.name)
  expect(await readFile(await download.path())).toEqual(PDF.buffer)
  await registrar.getByLabel('Approve in part').check()
  await registrar.getByRole('group', { name: 'Credits' }).getByRole('textbox').first().fill('0.5')
  await registrar.getByRole('button', { name: 'Decide' }).click()
  await registrar.getByLabel('Reason', { exact: true }).selectOption('more-than-the-rule-allows')
  await registrar.getByLabel('Note to the trainer').fill('Half of it was a fair.')
  await registrar.getByRole('button', { name: 'Decide' }).click()
  await expect(registrar.getByText('Approved in part').first()).toBeVisible()
  expect(await counted()).toBe((before ?? 0) + 500)
  await trainer.goto(`${house.web}/credits/hand-in`)
  await expect(trainer.getByText('Approved in part')).toBeVisible()
  await expect(trainer.getByText('Half of it was a fair.')).toBeVisible()
})

test('the award is taken back by a counter-entry, and stays in the statement', async () => {
  await registrar.goto(`${house.admin}/reviews?status=partly-approved`)
  await registrar.getByRole('link', { name: 'Strength congress' }).click()
  await registrar.getByRole('button', { name: 'Take back' }).click()
  await registrar.getByLabel('Reason').fill('The organiser withdrew the hours')
  await registrar.getByRole('button', { name: 'Post the counter-entry' }).click()
  await expect(registrar.getByText('The award was taken back by a counter-entry.')).toBeVisible()
  await expect(registrar.getByRole('button', { name: 'Take back' })).toHaveCount(0)
  expect(await counted()).toBe(100)
  await trainer.goto(`${house.web}/credits/hand-in`)
  await expect(trainer.getByText('These credits were taken back later')).toBeVisible()
})

test('what is not accepted is refused with a reason', async () => {
  await handInActivity(trainer, house.web, { title: 'Cooking evening', completedOn: '2026-11-10', hours: '3' })
  await openReview(registrar, house.admin, 'Cooking evening')
  await registrar.getByLabel('Refuse').check()
  await registrar.getByLabel('Reason', { exact: true }).selectOption('content-not-related')
  await registrar.getByRole('button', { name: 'Decide' }).click()
  await expect(registrar.getByText('The content is not related to the credential')).toBeVisible()
  expect(await counted()).toBe(100)
  await trainer.goto(`${house.web}/credits/hand-in`)
  await expect(trainer.getByText('Not approved')).toBeVisible()
})

test('a renewed card is confirmed and stands on file', async () => {
  await handInCard(trainer, house.web, '2026-11-15')
  await confirmCard(registrar, house.admin)
  await trainer.goto(`${house.web}/credits`)
  await expect(trainer.getByRole('row', { name: /American Heart Association/ }).first()).toBeVisible()
})

test('what waits can be withdrawn by its owner', async () => {
  await handInActivity(trainer, house.web, { title: 'Handed in twice', completedOn: '2026-11-11', hours: '1' })
  await trainer.getByRole('button', { name: 'Withdraw Handed in twice' }).click()
  await expect(trainer.getByText('Withdrawn')).toBeVisible()
  await registrar.goto(`${house.admin}/reviews`)
  await expect(registrar.getByText('Nothing waits')).toBeVisible()
})

test('the award desk shows waste and duplicates before it posts, and posts once', async () => {
  await registrar.goto(`${house.admin}/awards?q=rivera`)
  await registrar
    .getByRole('link', { name: /Rivera/ })
    .first()
    .click()
  await registrar.getByLabel('Activity').fill('Advanced programming week')
  await registrar.getByLabel('Completed on').fill('2026-11-12')
  const credits = registrar.getByRole('group', { name: 'Credits' }).getByRole('textbox').first()
  await credits.fill('2.5')
  await registrar.getByLabel('Reason').fill('Certificate seen at the desk')
  await registrar.getByRole('button', { name: 'Show what it changes' }).click()
  const preview = registrar.getByRole('region', { name: 'What this award would change' })
  await expect(preview.getByText(/would be wasted in this cycle/)).toBeVisible()
  expect(await counted()).toBe(100)
  await credits.fill('0.4')
  await registrar.getByRole('button', { name: 'Show what it changes' }).click()
  await expect(preview.getByText('Nothing stands out')).toBeVisible()
  await registrar.getByRole('button', { name: 'Post the award' }).dblclick()
  await expect(registrar.getByText('The award is posted')).toBeVisible()
  expect(await counted()).toBe(500)
  await registrar.getByRole('link', { name: 'See the ledger' }).click()
  await expect(registrar.getByRole('rowheader', { name: 'Advanced programming week' })).toHaveCount(1)
  await expect(registrar.getByText('The chain is whole')).toBeVisible()
})

test('a person is found, and seen with the reasons of each standing', async () => {
  await registrar.goto(`${house.admin}/people`)
  await registrar.getByLabel('Name or e-mail').fill('trainer@demo.test')
  await registrar.getByRole('button', { name: 'Find' }).click()
  await registrar.getByRole('link', { name: /Rivera/ }).click()
  await registrar.waitForURL(/\/people\/[0-9a-f-]{36}$/)
  await registrar.getByRole('button', { name: 'Why?' }).first().click()
  await expect(registrar.getByRole('dialog')).toContainText('Source:')
  await registrar.keyboard.press('Escape')
  await registrar.getByRole('link', { name: 'Handed in' }).click()
  await expect(registrar.getByRole('link', { name: 'Cooking evening' })).toBeVisible()
  await registrar.goto(`${house.admin}/people/0190a8c8-0000-7000-8000-000000000000`)
  await expect(registrar.getByText('Nothing here')).toBeVisible()
})
