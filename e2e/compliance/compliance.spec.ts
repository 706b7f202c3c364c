import { expect, signIn, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'

test('every figure is the number of rows behind it', async ({ page, apps }) => {
  await signIn(page, apps.console, 'staff@demo.test')
  await page.goto(`${apps.console}/compliance`)
  const figures = page
    .getByRole('main')
    .locator('a[href^="/compliance/list?status="]:has(> *)')
    .filter({ hasText: /\d/ })
  await expect(figures.nth(2)).toBeVisible()
  const hrefs = new Set(await figures.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
  expect(hrefs.size).toBeGreaterThan(2)
  for (const href of hrefs) {
    // Other specs work in the same house: what changed between figure and list is looked at once more.
    await expect(async () => {
      await page.goto(`${apps.console}/compliance`)
      // The last of an address stands in the legend: the number alone, without its share.
      const figure = figures.and(page.locator(`a[href="${href}"]`)).last()
      const count = Number(/\d[\d,]*/.exec((await figure.textContent()) ?? '')?.[0].replaceAll(',', ''))
      await page.goto(`${apps.console}${href}`)
      const said = new RegExp(`^${count.toLocaleString('en')} rows?, page 1 of`)
      await expect(page.getByText(said)).toBeVisible({ timeout: 5000 })
      await expect(page.getByRole('row')).toHaveCount(Math.min(count, 50) + 1, { timeout: 5000 })
    }).toPass({ timeout: 60_000 })
  }
})

test('filters and order live in the address, and a row leads to the reason', async ({ page, apps }) => {
  await signIn(page, apps.console, 'staff@demo.test')
  await page.goto(`${apps.console}/compliance/list`)
  await page.getByLabel('Status').selectOption('due_soon')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/status=due_soon/)
  await expect(page.getByRole('link', { name: 'Remove the filter Status: Due soon' })).toBeVisible()
  await page.getByRole('link', { name: /^Person/ }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(page).toHaveURL(/status=due_soon/)
  await expect(page.getByRole('columnheader', { name: /^Person/ })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('rowheader').nth(1)).toBeVisible()
  await page.getByRole('rowheader').first().getByRole('link').click()
  await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Why?' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('Source:')
})

test('a row is followed by pointer and by keyboard without leaving the page, and into a new tab when asked', async ({
  page,
  apps,
}) => {
  await signIn(page, apps.console, 'staff@demo.test')
  await page.goto(`${apps.console}/compliance/list`)
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
  await page.evaluate(() => Object.assign(window, { stayed: true }))
  const row = page.getByRole('rowheader').first().getByRole('link')
  const tab = page.context().waitForEvent('page')
  await row.click({ modifiers: ['ControlOrMeta'] })
  await (await tab).close()
  await expect(page).toHaveURL(/\/compliance\/list$/)
  await row.click()
  await expect(page).toHaveURL(/\/people\/[0-9a-f-]{36}#/)
  await page.goBack()
  await expect(page).toHaveURL(/\/compliance\/list$/)
  await page.getByRole('link', { name: /^Expires/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sort=-expires/)
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})

test('nonsense in the address narrows nothing and breaks nothing', async ({ page, apps }) => {
  await signIn(page, apps.console, 'staff@demo.test')
  const answer = await page.goto(
    `${apps.console}/compliance/list?status=rich&unit=../..&from=2026-02-30&sort=salary;drop&page=-1&name=%25%00`,
  )
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: 'Holdings' })).toBeVisible()
})

test('staff of a region see their region and can change nothing', async ({ page, apps }) => {
  await signIn(page, apps.console, 'staff@demo.test')
  await page.goto(`${apps.console}/compliance`)
  const units = page.getByLabel('Unit').locator('option')
  await expect(units.filter({ hasText: 'North Region' })).toHaveCount(1)
  await expect(units.filter({ hasText: 'South Region' })).toHaveCount(0)
  const registrar = await visitor(apps.console, 'registrar@demo.test')
  const staff = await visitor(apps.console, 'staff@demo.test')
  const all = await registrar.api.query<{ total: number }>('compliance.list', {})
  const own = await staff.api.query<{ total: number; rows: { personId: string }[] }>('compliance.list', {})
  expect(own.total).toBeGreaterThan(0)
  expect(own.total).toBeLessThan(all.total)
  for (const path of ['awards', 'reviews', 'renewals', 'ledger', 'activity', 'settings']) {
    const answer = await page.goto(`${apps.console}/${path}`)
    expect([path, answer?.status()]).toEqual([path, 404])
  }
  const award = { personId: own.rows[0]?.personId, activity: 'x', activityType: 'course', completedOn: '2026-01-01' }
  await expect(staff.api.mutate('awards.post', { ...award, credits: [], reason: 'x' })).rejects.toThrow('403')
  await registrar.leave()
  await staff.leave()
})

test('the auditor reads trail and ledger as of any day, and can change nothing', async ({ page, apps }) => {
  await signIn(page, apps.console, 'auditor@demo.test')
  await page.goto(`${apps.console}/ledger`)
  await expect(page.getByText('The chain is whole')).toBeVisible()
  const rows = page.getByText(/rows?, page 1 of/)
  const rowsNow = (await rows.textContent()) ?? ''
  await page.getByLabel('As known on').fill('2024-06-30')
  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page).toHaveURL(/asOf=2024-06-30/)
  await expect(page.getByText('as known on June 30, 2024')).toBeVisible()
  await expect(rows).not.toHaveText(rowsNow)
  await expect(page.getByRole('button', { name: 'Take back' })).toHaveCount(0)
  await page.goto(`${apps.console}/activity`)
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const auditor = await visitor(apps.console, 'auditor@demo.test')
  await expect(
    auditor.api.mutate('awards.reverse', { entryId: '0190a8c8-0000-7000-8000-000000000000', reason: 'x' }),
  ).rejects.toThrow('403')
  await auditor.leave()
})
