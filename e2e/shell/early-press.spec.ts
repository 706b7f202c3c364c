import { expect, PASSWORD, type Page, signIn, test, watch } from '../support/test.ts'

/** Keeps every script of the page back until `release` is called, as a slow connection does. */
async function holdScripts(page: Page): Promise<{ readonly release: () => void; readonly held: () => number }> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let held = 0
  await page.route('**/_next/static/**/*.js*', async (route) => {
    held += 1
    await promise
    await route.continue()
  })
  return { release: resolve, held: () => held }
}

test('signing in: an early press is done, and no early Enter puts the password into the address', async ({
  page,
  apps,
}) => {
  const { complaints } = watch(page)
  const scripts = await holdScripts(page)
  await page.goto(`${apps.portal}/sign-in`, { waitUntil: 'commit' })
  await page.getByLabel('E-mail address').fill('trainer@demo.test')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  const button = page.getByRole('button', { name: 'Sign in' })
  const look = () => button.evaluate((element) => [getComputedStyle(element).backgroundColor, element.clientWidth])
  // Its sheets and fonts are no scripts: they may come later than the fields, and they do change the look.
  await page.waitForFunction(
    () =>
      Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')).every(({ sheet }) => sheet) &&
      document.fonts.status === 'loaded',
  )
  const before = await look()
  await expect(button).toBeDisabled()
  await page.keyboard.press('Enter')
  expect(page.url()).toBe(`${apps.portal}/sign-in`)
  await expect(page.getByRole('button', { name: 'Show' })).toBeDisabled()
  expect(scripts.held()).toBeGreaterThan(0)

  scripts.release()
  await expect(button).toBeEnabled()
  expect(await look()).toEqual(before)
  await expect(page.getByLabel('E-mail address')).toHaveValue('trainer@demo.test')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${apps.portal}/`)
  expect(complaints).toEqual([])
})

test('choosing an organisation: a press that began early is done', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'both@demo.test')
  const scripts = await holdScripts(page)
  await page.goto(`${apps.portal}/choose-organisation?next=/settings`, { waitUntil: 'commit' })
  const choice = page.getByRole('button', { name: 'Rival Gym' })
  await expect(choice).toBeDisabled()
  const press = choice.click()
  scripts.release()
  await press
  await page.waitForURL((url) => url.pathname !== '/choose-organisation')
  await page.goto(`${apps.portal}/settings`)
  await expect(page.getByRole('main').getByText('Rival Gym')).toBeVisible()
})

test('Why? opens and closes with no script at all, and goes on once it is there', async ({ page, apps }) => {
  const { complaints } = watch(page)
  await signIn(page, apps.portal, 'trainer@demo.test')
  const scripts = await holdScripts(page)
  await page.goto(apps.portal, { waitUntil: 'commit' })
  const why = page.getByRole('button', { name: 'Why? about “Still missing”' }).first()
  const dialog = page.getByRole('dialog', { name: 'Still missing: why' })
  await why.click()
  await expect(dialog).toContainText('Rule: ')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await why.click()
  await expect(dialog).toBeVisible()

  scripts.release()
  // A button that works by script alone tells that the page has been taken over.
  const taken = page.locator('[role="menuitem"]:is(button)').first()
  await expect(taken).toBeEnabled()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(why).toBeFocused()
  await why.click()
  await expect(dialog).toBeVisible()
  expect(complaints).toEqual([])
})

test('a form of the console waits for its script, and then does what was pressed', async ({ page, apps }) => {
  await signIn(page, apps.console, 'author@demo.test')
  const scripts = await holdScripts(page)
  await page.goto(`${apps.console}/settings/account`, { waitUntil: 'commit' })
  const main = page.getByRole('main')
  await main.getByLabel('Time zone').selectOption('America/Bogota')
  const save = main.getByRole('button', { name: 'Save' })
  await expect(save).toBeDisabled()
  const press = save.click()
  scripts.release()
  await press
  await expect(main.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await page.reload()
  await expect(main.getByLabel('Time zone')).toHaveValue('America/Bogota')
})

test('on a phone the rooms of the console open from the menu before its script is there', async ({ page, apps }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, apps.console, 'registrar@demo.test')
  await holdScripts(page)
  await page.goto(apps.console, { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Renewals' }).click()
  await page.waitForURL(/\/renewals/, { waitUntil: 'commit' })
})
