import { expect, signIn, test } from '../support/test.ts'
import { administrator, join, mailedLink, NEW_PASSWORD, newcomer } from './people.ts'

test('the sign-in form keeps what was typed, leads on, and nowhere else', async ({ page, apps }) => {
  await page.goto(`${apps.portal}/sign-in?next=https://evil.example/`)
  await page.getByLabel('E-mail address').fill('trainer@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeFocused()
  await expect(page.getByLabel('E-mail address')).toHaveValue('trainer@demo.test')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text')
  await page.getByLabel('Password', { exact: true }).fill('walking-house-of-cards')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${apps.portal}/`)
  // Whoever is signed in needs no form.
  await page.goto(`${apps.portal}/sign-in?next=/credits`)
  await expect(page).toHaveURL(`${apps.portal}/credits`)
})

test('a trainer has no way into the console, and is told so', async ({ page, apps }) => {
  await page.goto(`${apps.console}/sign-in`)
  await page.getByLabel('E-mail address').fill('trainer@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('walking-house-of-cards')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('You hold no role in the console.')).toBeVisible()
})

test('a forgotten password is set anew by mail, once, and every session ends', async ({ browser, apps }) => {
  test.slow()
  const person = newcomer()
  const phone = await join(browser, apps, { person, role: null })
  await expect(phone).toHaveURL(`${apps.portal}/`)
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${apps.portal}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  for (const email of ['nobody@nowhere.example', person.email]) {
    await page.goto(`${apps.portal}/forgot-password`)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText('If the address has an account, a link was sent to it.')).toBeVisible()
  }
  const admin = await administrator(browser, apps)
  const link = await mailedLink(admin, apps, { email: person.email, kind: 'password-reset' })
  await page.goto(link)
  await page.getByLabel('New password').fill('eleven brown bears upstream')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('The new password is set')).toBeVisible()
  await phone.goto(`${apps.portal}/credits`)
  await expect(phone).toHaveURL(/\/sign-in/)
  await page.goto(link)
  await page.getByLabel('New password').fill('twelve brown bears upstream')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('This link was used, is older than an hour, or is not complete.')).toBeVisible()
  await page.goto(`${apps.portal}/sign-in`)
  await page.getByLabel('E-mail address').fill(person.email)
  for (const [password, url] of [
    [NEW_PASSWORD, /\/sign-in/],
    ['eleven brown bears upstream', `${apps.portal}/`],
  ] as const) {
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: 'do not belong' })
        .or(page.getByRole('button', { name: 'Account' })),
    ).toBeVisible()
    await expect(page).toHaveURL(url)
  }
})

test('settings: language and zone stay, the password changes, one signs out everywhere', async ({ browser, apps }) => {
  test.slow()
  const person = newcomer()
  const page = await join(browser, apps, { person, role: null })
  await page.goto(`${apps.portal}/settings`)
  await page.getByLabel('Time zone').selectOption('America/Bogota')
  await page.getByLabel('Language').selectOption('Español')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ajustes')
  await page.reload()
  await expect(page.getByLabel('Zona horaria')).toHaveValue('America/Bogota')
  await page.getByLabel('Contraseña actual').fill(NEW_PASSWORD)
  await page.getByLabel('Contraseña nueva').fill('eleven brown bears upstream')
  await page.getByRole('button', { name: 'Cambiar la contraseña' }).click()
  await expect(page.getByText('La contraseña cambió')).toBeVisible()
  // Another browser, ended from here.
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${apps.portal}/sign-in`)
  await other.getByLabel('E-mail address').fill(person.email)
  await other.getByLabel('Password', { exact: true }).fill('eleven brown bears upstream')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('button', { name: /^(Account|Cuenta)$/ })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Cerrar las demás' }).click()
  await expect(page.getByRole('button', { name: 'Cerrar las demás' })).toHaveCount(0)
  await other.goto(`${apps.portal}/credits`)
  await expect(other).toHaveURL(/\/sign-in/)
  await page.getByRole('button', { name: 'Cerrar todas las sesiones' }).click()
  await expect(page).toHaveURL(`${apps.portal}/sign-in`)
})

test('signing out by its page asks first', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(`${apps.portal}/sign-out`)
  await expect(page.getByText('You are signed in as Tess Rivera.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${apps.portal}/sign-in`)
})

test('one account of two organisations chooses, switches, and sees each alone', async ({ page, apps }) => {
  await page.goto(`${apps.portal}/sign-in?next=/credits`)
  await page.getByLabel('E-mail address').fill('both@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('walking-house-of-cards')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose an organisation')
  await page.getByRole('button', { name: 'Rival Gym' }).click()
  // What was asked for where Rival Gym was used last, else the first page: other specs use this account too.
  await page.waitForURL((url) => ['/', '/credits'].includes(url.pathname))
  await page.goto(`${apps.portal}/settings`)
  await expect(page.getByRole('main').getByText('Rival Gym')).toBeVisible()
  await expect(page.getByRole('main').getByText('Riverside Club')).toHaveCount(0)
  const switcher = page.getByRole('button', { name: /^Organisation:/ })
  await expect(switcher).toHaveText('Rival Gym')
  await switcher.click()
  await page.getByRole('menuitem', { name: 'Demo Academy' }).click()
  await expect(switcher).toHaveText('Demo Academy')
  await page.goto(`${apps.portal}/settings`)
  await expect(page.getByRole('main').getByText('Riverside Club')).toBeVisible()
  await expect(page.getByRole('main').getByText('Rival Gym')).toHaveCount(0)
})
