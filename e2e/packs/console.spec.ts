import { loadCases, loadPacks } from '@gs/rulepacks'
import { expect, signIn, test, watch } from '../support/test.ts'

const AUDITOR = 'auditor@demo.test'

test('the packs are listed, found by words, body and confidence, and lead to a page each', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  await page.goto(`${apps.console}/packs`)
  await expect(page.getByText(`${loadPacks().length} rows, page 1 of 1`)).toBeVisible()
  const row = page.getByRole('row', { name: /nasm-cpt ?version 1/ })
  await expect(row.getByRole('cell', { name: 'High' })).toBeVisible()
  const held = Number(await row.getByRole('cell').nth(3).textContent())
  expect(held).toBeGreaterThan(100)
  await page.getByLabel('Body, credential or pack').fill('fisiologo')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByText('1 row, page 1 of 1')).toBeVisible()
  await page.getByRole('link', { name: 'Exercise Physiologist' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Exercise Physiologist' })).toBeVisible()
  await page.goto(`${apps.console}/packs?q=no+such+thing`)
  await expect(page.getByText('No rule pack fits')).toBeVisible()
})

test('a pack is told in plain words, each with its sources and doubts', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  await page.goto(`${apps.console}/packs/nasm-cpt`)
  const total = page.getByRole('region', { name: 'How much each cycle needs' })
  await expect(total.getByText('Each cycle needs 2 CEUs.')).toBeVisible()
  await expect(total.getByText('Holds by the period of the cycle')).toBeVisible()
  await total.getByRole('link', { name: 'Source 1' }).click()
  await expect(page).toHaveURL(/#source-1$/)
  await expect(page.locator('#source-1').getByRole('link')).toHaveAttribute('href', /^https:\/\/www\.nasm\.org\//)
  await expect(page.getByText('Nobody could confirm')).toBeVisible()
  await expect(page.getByText('Set for demonstration').first()).toBeVisible()
})

test('versions stand side by side, and what changed is marked', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  await page.goto(`${apps.console}/packs/boc-2022?show=versions`)
  const table = page.getByRole('table', { name: 'Versions side by side' })
  await expect(table.getByRole('columnheader', { name: /boc-/ })).toHaveCount(4)
  await expect(
    table.getByRole('columnheader', { name: /boc-2024.*January 1, 2024|boc-2024.*1 Jan 2024|boc-2024.*2024/ }),
  ).toBeVisible()
  const ebp = table.getByRole('row').filter({ hasText: 'EBP (Evidence-based practice' })
  await expect(ebp.getByText('Changed')).toBeVisible()
  const gone = table.getByRole('row').filter({ hasText: 'At most 40 BOC CEUs from C' })
  await expect(gone.getByText('Gone')).toBeVisible()
  await expect(table.locator('mark').first()).toBeVisible()
})

test('golden cases run in the browser, and all come out as expected', async ({ page, apps }) => {
  test.slow()
  await signIn(page, apps.console, AUDITOR)
  const { complaints } = watch(page)
  for (const { id } of loadPacks()) {
    await page.goto(`${apps.console}/packs/${id}?show=cases`)
    const count = loadCases(id).length
    await expect(page.getByRole('status').filter({ hasText: `${count} of ${count} as expected` })).toBeVisible()
    await expect(page.getByText('Differs')).toHaveCount(0)
  }
  expect(complaints).toEqual([])
})

test('a case shows each key beside what was found, and the way to it', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  await page.goto(`${apps.console}/packs/nasm-cpt?show=cases`)
  await expect(page.getByText(/as expected, in/)).toBeVisible()
  await page.getByText('nasm-cpt-1', { exact: true }).click()
  const first = page.getByRole('group').filter({ hasText: 'One add-on of 1.9' })
  await expect(first.getByRole('row', { name: /status/ })).toBeVisible()
  await expect(first.getByText('How it came to this')).toBeVisible()
  await expect(first.getByText(/Each cycle needs 2 CEUs/)).toBeVisible()
  await page.getByRole('button', { name: 'Run again' }).click()
  await expect(page.getByText(/as expected, in/)).toBeVisible()
})

test('every unverified fact stands in one table, by pack and by kind', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  await page.goto(`${apps.console}/packs/doubts?kind=unverified`)
  const facts = loadPacks().reduce((sum, pack) => sum + pack.unverified.length, 0)
  await expect(page.getByRole('rowheader')).toHaveCount(facts)
  await page.getByLabel('Pack').selectOption('acsm-ep')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByRole('rowheader')).toHaveCount(3)
  await expect(page).toHaveURL(/pack=acsm-ep/)
})

test('a pack that nobody published has no page', async ({ page, apps }) => {
  await signIn(page, apps.console, AUDITOR)
  for (const path of ['/packs/no-such-pack', '/packs/nasm-cpt?version=99', '/packs/..%2F..%2Fetc']) {
    const answer = await page.goto(`${apps.console}${path}`)
    expect(answer?.status(), path).toBe(404)
  }
})

test('whoever has no business with packs does not see the room', async ({ page, apps }) => {
  await signIn(page, apps.console, 'author@demo.test')
  expect((await page.goto(`${apps.console}/packs`))?.status()).toBe(404)
  await page.goto(`${apps.console}/courses`)
  await expect(page.getByRole('link', { name: 'Rule packs' })).toHaveCount(0)
})
