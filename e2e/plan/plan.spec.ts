import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import { type House, openHouse } from '../support/house.ts'
import { mailsTo } from '../support/mails.ts'
import { procedures } from '../support/procedures.ts'
import { expect, type Page, signIn, test, watch } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'

const TODAY = '2026-11-20'
const CES = 'Corrective Exercise Specialization'
const PES = 'Performance Enhancement Specialization'
const ROOT = resolve(import.meta.dirname, '../..')

test.describe.configure({ mode: 'serial' })

let house: House
let trainer: Page
let complaints: readonly string[]

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  house = await openHouse({ today: TODAY })
  trainer = await (await browser.newContext()).newPage()
  complaints = watch(trainer).complaints
  await signIn(trainer, house.web, 'trainer@demo.test')
})
test.afterAll(async () => {
  await house.close()
})

const figures = () => trainer.getByTestId('figures')
const board = () => trainer.getByTestId('plan-board')
const saved = () => expect(board()).toHaveAttribute('data-state', 'saved')
const cardOf = (code: string) => trainer.getByTestId('card').and(trainer.locator(`[data-course="${code}"]`))
const open = async () => {
  await trainer.goto(`${house.web}/plan`)
  await expect(trainer.getByTestId('proof')).toBeVisible()
  await saved()
}

/** What the work itself takes: where the machine does other work as well, the others have waited for their turn. */
const quickest = (took: readonly number[]): number => Math.min(...took)

test('the seed story: one specialization for each cycle, nothing wasted, proven', async () => {
  await open()
  await expect(trainer.getByText('Proven: there is no better plan')).toBeVisible()
  await expect(trainer.getByTestId('proof')).toContainText('No plan wastes less; this is the cheapest of those.')
  await expect(figures()).toContainText('2 of 2')
  await expect(figures()).toContainText('0 h')
  await expect(figures()).toContainText('$0')
  await expect(trainer.getByTestId('card')).toHaveCount(2)
  await expect(trainer.getByTestId('cycle')).toHaveCount(2)
  const places = await trainer
    .getByTestId('card')
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().right))
  const ends = await trainer
    .getByTestId('cycle')
    .evaluateAll((cycles) => cycles.map((cycle) => cycle.getBoundingClientRect().right))
  expect(places[0]).toBeLessThan((ends[0] ?? 0) + 10)
  expect(places[1]).toBeGreaterThan((ends[0] ?? 0) + 100)
})

test('a card moved by keyboard: figures and warnings follow at once, in words too, and every step can be taken back', async () => {
  const late = trainer.getByTestId('card').nth(1)
  const code = (await late.getAttribute('data-course')) ?? ''
  await cardOf(code).focus()
  await trainer.keyboard.press('PageUp')
  await expect(figures()).toContainText('19 h')
  await expect(figures()).toContainText('1 of 2')
  await expect(trainer.getByTestId('warnings')).toContainText('serve nothing')
  await expect(trainer.getByTestId('said')).toContainText('1 of 2 cycles renewed, waste 19 h')
  await expect(trainer.getByText('Your own plan')).toBeVisible()
  for (let month = 0; month < 6; month++) await trainer.keyboard.press('ArrowLeft')
  await saved()
  const took = await trainer.evaluate(() => performance.getEntriesByName('plan-judged').map(({ duration }) => duration))
  expect(took.length).toBeGreaterThanOrEqual(7)
  expect(quickest(took)).toBeLessThan(100)

  // Reloaded in the middle: what was moved is there, and so are the steps back.
  await trainer.reload()
  await expect(figures()).toContainText('19 h')
  for (let step = 0; step < 7; step++) {
    await trainer.getByRole('button', { name: 'Undo', exact: true }).click()
    await saved()
  }
  await expect(figures()).toContainText('2 of 2')
  await expect(trainer.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

test('a card pulled by the pointer does the same', async () => {
  const card = trainer.getByTestId('card').nth(1)
  // Scrolled to, and at rest.
  await card.hover({ position: { x: 40, y: 40 } })
  const box = await card.boundingBox()
  if (!box) throw new Error('the card is on the board')
  await trainer.mouse.move(box.x + 40, box.y + 40)
  await trainer.mouse.down()
  await trainer.mouse.move(box.x - 300, box.y + 40, { steps: 8 })
  await trainer.mouse.move(box.x - 500, box.y + 40, { steps: 8 })
  await trainer.mouse.up()
  await expect(figures()).toContainText('1 of 2')
  const took = await trainer.evaluate(() => performance.getEntriesByName('plan-judged').map(({ duration }) => duration))
  expect(quickest(took)).toBeLessThan(100)
  await trainer.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(figures()).toContainText('2 of 2')
  await saved()
})

test('what is pinned stays, what is excluded goes, and the plan is made around them', async () => {
  await cardOf('CES').click()
  const ces = (name: string) => trainer.getByRole('button', { name: `${name}: ${CES}` }).first()
  await ces('Pin').click()
  await trainer
    .getByRole('button', { name: `Exclude: ${PES}` })
    .first()
    .or(cardOf('PES'))
    .first()
    .click()
  await trainer
    .getByRole('button', { name: `Exclude: ${PES}` })
    .first()
    .click()
  await expect(figures()).toContainText('1 of 2')
  await trainer.getByRole('button', { name: 'Plan again' }).click()
  await saved()
  await expect(trainer.getByText(/no plan renews every cycle/i)).toBeVisible()
  await expect(trainer.getByTestId('proof')).toContainText('CEUs missing')
  await expect(cardOf('CES')).toBeVisible()
  await trainer.getByRole('button', { name: `Allow again: ${PES}` }).click()
  await cardOf('CES').click()
  await ces('Unpin').click()
  await trainer.getByRole('button', { name: 'Plan again' }).click()
  await saved()
  await expect(figures()).toContainText('2 of 2')
})

test('two plans side by side', async () => {
  await cardOf('PES').focus()
  await trainer.keyboard.press(
    (await trainer.getByTestId('card').first().getAttribute('data-course')) === 'PES' ? 'PageDown' : 'PageUp',
  )
  const compare = trainer.getByTestId('compare')
  await expect(compare.getByRole('region', { name: 'The plan on the table' })).toContainText('19 h')
  await expect(compare.getByRole('region', { name: 'The best plan found' })).toContainText('2 of 2')
  await compare.getByLabel('The other').selectOption('quickest')
  await expect(compare.getByRole('region', { name: 'The shortest that renews all' })).toContainText('2 of 2')
  await trainer.getByRole('button', { name: 'Undo', exact: true }).click()
  await saved()
})

test('adopting happens once, survives a reload, and can be undone; the other tab is told', async () => {
  const other = await trainer.context().newPage()
  await other.goto(`${house.web}/plan`)
  await expect(other.getByTestId('board-ready').or(other.getByTestId('figures'))).toBeVisible()
  await trainer.getByRole('button', { name: 'Adopt this plan' }).dblclick()
  await expect(trainer.getByTestId('adopted')).toContainText('Renews every cycle it promised')
  await expect(trainer.getByText('Version 1, adopted on November 20, 2026')).toBeVisible()
  await expect(trainer.getByTestId('adopted')).toContainText('Renew your CPR/AED card')
  await expect(trainer.getByRole('figure', { name: /Hours planned and done/ })).toBeVisible()
  await other.getByRole('button', { name: 'Adopt this plan' }).click()
  await expect(other.getByText('This plan was changed elsewhere')).toBeVisible()
  await other.getByRole('button', { name: 'Show the newest' }).click()
  await expect(other.getByTestId('adopted')).toBeVisible()
  await other.close()
  await trainer.reload()
  await trainer.getByRole('button', { name: 'Undo adoption' }).click()
  await expect(trainer.getByTestId('adopted')).toBeHidden()
  await trainer.getByRole('button', { name: 'Adopt this plan' }).click()
  await expect(trainer.getByText('Version 2, adopted on November 20, 2026')).toBeVisible()
})

test('the private calendar follows the adopted plan: what moves keeps its identity and is told as newer', async () => {
  const api = procedures(trainer.request, house.web)
  const { path } = await api.mutate<{ path: string }>('calendar.open', {})
  const finishOf = async (title: string) => {
    const text = (await (await fetch(`${house.web}${path}`)).text()).replaceAll('\r\n ', '')
    const event = text.split('BEGIN:VEVENT').find((each) => each.includes(`SUMMARY:Finish: ${title}`)) ?? ''
    const value = (name: string) => new RegExp(`\r\n${name}[^:]*:([^\r]*)`).exec(event)?.[1] ?? ''
    return { uid: value('UID'), sequence: Number(value('SEQUENCE')), on: value('DTSTART'), all: text }
  }
  const code = (await trainer.getByTestId('card').first().getAttribute('data-course')) ?? ''
  const title = code === 'CES' ? CES : PES
  const before = await finishOf(title)
  expect(before).toMatchObject({ on: '20280921', sequence: 0 })
  expect(before.all).toContain(`SUMMARY:Learn: ${title}`)
  await cardOf(code).focus()
  await trainer.keyboard.press('ArrowLeft')
  await saved()
  await trainer.getByRole('button', { name: 'Adopt this plan' }).click()
  await expect(trainer.getByText('Version 3, adopted on November 20, 2026')).toBeVisible()
  await expect(trainer.getByText('This is the plan you adopted.')).toBeVisible()
  const after = await finishOf(title)
  expect(after).toMatchObject({ uid: before.uid, sequence: 1, on: '20280821' })
  expect(after.all.split(before.uid)).toHaveLength(2)
})

test('on a phone a list does the same, in Spanish too, without a sideways scroll', async () => {
  await trainer.setViewportSize({ width: 390, height: 844 })
  await trainer.context().addCookies([{ name: 'gs_locale', value: 'es', url: house.web }])
  await open()
  await expect.poll(() => trainer.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const list = trainer.getByTestId('plan-list')
  await expect(list).toContainText(CES)
  await list.getByText('Mover o cambiar').nth(1).click()
  await list
    .getByRole('button', { name: /Ciclo anterior/ })
    .last()
    .click()
  await expect(figures()).toContainText('1 de 2')
  await trainer.getByRole('button', { name: 'Deshacer', exact: true }).click()
  await expect(figures()).toContainText('2 de 2')
  await saved()
  await trainer.context().addCookies([{ name: 'gs_locale', value: 'en', url: house.web }])
  await trainer.setViewportSize({ width: 1280, height: 800 })
})

test('nothing serious by axe, light and dark, on a phone and a desk', async () => {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
  ] as const) {
    await trainer.setViewportSize({ width, height: 900 })
    await trainer.emulateMedia({ colorScheme })
    await open()
    const { violations } = await new AxeBuilder({ page: trainer }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  await trainer.setViewportSize({ width: 1280, height: 800 })
  await trainer.emulateMedia({ colorScheme: 'light' })
})

test('staff proposes a plan from the person’s page; the trainer declines it', async ({ browser }) => {
  const staff = await (await browser.newContext()).newPage()
  await signIn(staff, house.admin, 'staff@demo.test')
  const me = await procedures(trainer.request, house.web).query<{ person?: unknown }>('session.me')
  expect(me).toBeTruthy()
  await staff.goto(`${house.admin}/people?q=trainer%40demo.test`)
  await staff
    .getByRole('link', { name: /Rivera/ })
    .first()
    .click()
  await staff.getByRole('link', { name: 'Plan', exact: true }).click()
  await expect(staff.getByText('Renews every cycle it promised')).toBeVisible()
  await staff.getByRole('button', { name: 'Work out a plan' }).click()
  await expect(staff.getByTestId('preview')).toContainText(CES)
  await staff.getByLabel('Note to the trainer').fill('Shall we?')
  await staff.getByRole('button', { name: 'Send to this trainer' }).click()
  await expect(staff.getByText('A proposal waits for an answer')).toBeVisible()
  await staff.close()
  await open()
  await expect(trainer.getByTestId('proposed')).toContainText('Note: Shall we?')
  await trainer.getByRole('button', { name: 'Decline' }).click()
  await expect(trainer.getByTestId('proposed')).toBeHidden()
})

test('another organisation sees nothing of it', async () => {
  const own = procedures(trainer.request, house.web)
  const { adopted } = await own.query<{ adopted: { planId: string } }>('plans.page')
  const stranger = await visitor(house.web, 'trainer@rival.test')
  const page = await stranger.api.query<{ adopted: unknown }>('plans.page')
  expect(page.adopted).toBeNull()
  await expect(stranger.api.mutate('plans.undoAdoption', { planId: adopted.planId })).rejects.toThrow('404')
  await stranger.leave()
})

test('a unit is planned in the background: who has no plan, and why', async ({ browser }) => {
  test.slow()
  const staff = await (await browser.newContext()).newPage()
  await signIn(staff, house.admin, 'staff@demo.test')
  await staff.goto(`${house.admin}/planning`)
  await staff.getByRole('button', { name: 'Plan everybody' }).click()
  await expect(staff.getByRole('progressbar', { name: 'Done' })).toBeVisible({ timeout: 90_000 })
  await expect(staff.getByTestId('unit-figures')).toContainText('With a plan')
  await expect(staff.getByRole('table', { name: 'Who has no plan that renews every cycle' })).toContainText(/until/)
  await staff.close()
})

test('a rule that changes marks the plan, and says why', async () => {
  const file = join(ROOT, 'packages/rulepacks/src/packs/nasm-cpt.json')
  const pack = JSON.parse(await readFile(file, 'utf8')) as {
    rules: { id: string; primitive: string; amount?: string }[]
  }
  const changed = {
    ...pack,
    version: 2,
    effective: { from: '2026-01-01', to: null },
    rules: pack.rules.map((rule) => (rule.primitive === 'requirement/fixed' ? { ...rule, amount: '3.0' } : rule)),
  }
  const made = join(house.dataDir, 'changed-pack.json')
  await writeFile(made, JSON.stringify(changed))
  const cases = ['2026-10-01', '2027-10-01', '2028-09-01'].map((asOf, index) => ({
    id: `changed-${index + 1}`,
    credential: 'NASM-CPT',
    rulePack: 'nasm-cpt',
    held: { issuedOn: '2026-09-21' },
    awards: [],
    prerequisites: [],
    asOf,
    expected: { creditsRequired: '3.0' },
  }))
  await writeFile(made.replace('.json', '.cases.json'), JSON.stringify({ cases }))
  await promisify(execFile)(
    process.execPath,
    ['apps/cli/src/main.ts', 'packs', 'publish', '--org', 'demo-academy', made],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: house.dataDir, GS_TODAY: TODAY, GS_SEED: 'demo' },
    },
  )
  await trainer.goto(`${house.web}/plan`)
  await expect(trainer.getByText('This plan no longer does what it promised')).toBeVisible()
  await expect(trainer.getByTestId('broken')).toContainText('credits missing')
  await expect(trainer.getByText('Something changed since this was planned')).toBeVisible()
  expect(complaints.filter((complaint) => !complaint.includes('412'))).toEqual([])
})

test('the plan that a rule breaks, and a year later the lag behind it, stand in the mail view', async ({ browser }) => {
  test.setTimeout(300_000)
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, house.admin, 'admin@demo.test')
  // No quiet hours and no ceiling: what is owed goes out whenever this runs.
  const settings = { ceiling: 100_000, quietFrom: 3, quietUntil: 3 }
  await procedures(admin.request, house.admin).mutate('reminders.configure', settings)
  const mails = (kind: string) => mailsTo(admin, house.admin, { recipient: 'trainer@demo.test', kind })
  await house.restart({ today: TODAY })
  await expect.poll(async () => (await mails('reminder-plan')).length, { timeout: 120_000 }).toBe(1)
  await admin.goto(`${house.admin}/settings/mail/${(await mails('reminder-plan'))[0]}`)
  await expect(admin.getByText('Your plan does not work any more').first()).toBeVisible()
  await expect(admin.getByText(/no longer renews NASM: Certified Personal Trainer/)).toBeVisible()

  await house.restart({ today: '2027-11-20' })
  await expect.poll(async () => (await mails('reminder-pace')).length, { timeout: 120_000 }).toBe(1)
  await admin.goto(`${house.admin}/settings/mail/${(await mails('reminder-pace'))[0]}`)
  await expect(admin.getByText(/You are \d+ weeks? behind your plan/).first()).toBeVisible()
  await expect(admin.getByText(/hours of learning were planned, and 0 are done/)).toBeVisible()
  expect(await mails('reminder-plan')).toHaveLength(1)
  await admin.close()
})
