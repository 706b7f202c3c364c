import { expect, signIn, test, watch } from '../support/test.ts'

test('whoever is not signed in is sent to the sign-in page and back', async ({ page, apps }) => {
  await page.goto(`${apps.portal}/credits`)
  await expect(page).toHaveURL(`${apps.portal}/sign-in?next=%2Fcredits`)
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(`${apps.portal}/credits`)
  await expect(page).toHaveURL(`${apps.portal}/credits`)
})

test('the portal has its rooms, says that the organisation is invented, and complains of nothing', async ({
  page,
  apps,
}) => {
  const { complaints } = watch(page)
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(apps.portal)
  const rooms = page.getByRole('navigation', { name: 'Main' })
  for (const room of ['Standing', 'Learn', 'Credits', 'Records', 'Renew'])
    await expect(rooms.getByRole('link', { name: room })).toBeVisible()
  await expect(rooms.getByRole('link', { name: 'Standing' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByText('is not affiliated with any certifying body')).toBeVisible()
  await rooms.getByRole('link', { name: 'Credits' }).click()
  await expect(page).toHaveURL(`${apps.portal}/credits`)
  await expect(rooms.getByRole('link', { name: 'Credits' })).toHaveAttribute('aria-current', 'page')
  expect(complaints).toEqual([])
})

test('language and appearance are chosen in the account menu and stay', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(apps.portal)
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await page.getByRole('button', { name: 'Cuenta' }).click()
  await page.getByRole('menuitem', { name: 'Oscuro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the console shows each of the staff the rooms that are open to them', async ({ page, apps }) => {
  const expectRooms = async (email: string, rooms: readonly string[]): Promise<void> => {
    await signIn(page, apps.console, email)
    await page.goto(apps.console)
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText(rooms)
  }
  await expectRooms('registrar@demo.test', [
    'Compliance',
    'Planning',
    'People',
    'Award desk',
    'Reviews',
    'Renewals',
    'Courses',
    'Rule packs',
    'Ledger',
  ])
  await expectRooms('staff@demo.test', ['Compliance', 'Planning', 'People', 'Rule packs'])
  await expectRooms('author@demo.test', ['Courses'])
  await expectRooms('admin@demo.test', ['People', 'Activity', 'Settings'])
})

test('signing out ends the session', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(apps.portal)
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(`${apps.portal}/credits`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('pages are not for caches, and their scripts carry the nonce of the answer', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'trainer@demo.test')
  const answer = await page.goto(apps.portal)
  const headers = answer?.headers() ?? {}
  expect(headers['cache-control']).toBe('private, no-store')
  const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]
  expect(nonce).toBeTruthy()
  // As they came, before any script of ours added another.
  const scripts = Array.from((await answer?.text())?.matchAll(/<script[^>]*>/g) ?? [], ([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
})

for (const app of ['portal', 'console'] as const)
  test(`the ${app} has an icon, and its pages name it before they say anything else`, async ({ request, apps }) => {
    for (const path of ['/sign-in', '/no-such-page']) {
      const page = await (await request.get(`${apps[app]}${path}`)).text()
      const head = page.slice(0, page.indexOf('</head>'))
      expect(head).toContain('<link rel="icon" href="/icon.svg"')
      expect(page.match(/rel="icon"/g)).toHaveLength(1)
    }
    // The second is what browsers ask for by themselves.
    for (const path of ['/icon.svg', '/favicon.ico']) {
      const icon = await request.get(`${apps[app]}${path}`)
      expect(icon.status()).toBe(200)
      expect(icon.headers()['content-type']).toBe('image/svg+xml')
      expect(icon.headers()['cache-control']).toBe('public, max-age=86400')
      expect(await icon.text()).toContain('<svg')
    }
  })
