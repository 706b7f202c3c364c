import { expect, test, watch } from '../support/test.ts'
import { administrator, join, mailedLink, NEW_PASSWORD, newcomer } from './people.ts'

test('the administrator invites, gives and withdraws a role, ends sessions, suspends and restores', async ({
  browser,
  apps,
}) => {
  test.slow()
  const person = newcomer()
  const admin = await administrator(browser, apps)
  const { complaints } = watch(admin)

  // Invite.
  await admin.goto(`${apps.console}/settings/invitations`)
  await admin.getByLabel('E-mail address').fill(person.email)
  await admin.getByLabel('Given name').fill(person.givenName)
  await admin.getByLabel('Family name').fill(person.familyName)
  await admin.getByLabel('Role').selectOption('Compliance staff')
  await admin.getByLabel('Unit').selectOption({ label: '\u2003North Region' })
  await admin.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(admin.getByText(`The invitation to ${person.email} is on its way.`)).toBeVisible()
  const row = admin.getByRole('row', { name: person.email })
  await expect(row).toContainText('Compliance staff, North Region')
  await expect(row).toContainText('Open')

  // The mail is kept and can be read in a demo; its link works once.
  const link = await mailedLink(admin, apps, { email: person.email, kind: 'invitation' })
  expect(new URL(link).origin).toBe(new URL(apps.console).origin)
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await expect(page.getByText('You join Demo Academy as')).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill('password1234567')
  await page.getByRole('button', { name: 'Accept and go on' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'easy to guess' })).toBeVisible()
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Accept and go on' }).click()
  const rooms = page.getByRole('navigation', { name: 'Main' })
  await expect(rooms.getByRole('link', { name: 'Compliance' })).toBeVisible()
  await expect(rooms.getByRole('link', { name: 'Settings' })).toHaveCount(0)
  const second = await (await browser.newContext()).newPage()
  await second.goto(link)
  await expect(second.getByText('This invitation was used, taken back, or is too old.')).toBeVisible()

  // A role more: it is there with the next page.
  await admin.goto(`${apps.console}/settings?search=${encodeURIComponent(person.familyName)}`)
  await admin.getByRole('link', { name: person.familyName }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(`${person.givenName} ${person.familyName}`)
  await admin.getByLabel('Role').selectOption('Author')
  await admin.getByRole('button', { name: 'Give the role' }).click()
  const author = admin.getByRole('row', { name: 'Author' })
  await expect(author).toContainText('Demo Academy')
  await page.reload()
  await expect(rooms.getByRole('link', { name: 'Courses' })).toBeVisible()

  // The same role twice is refused in words.
  await admin.getByRole('button', { name: 'Give the role' }).click()
  await expect(admin.getByRole('alert').filter({ hasText: 'holds that role there already' })).toBeVisible()

  // Withdrawn: gone with the next page, and kept as history.
  await author.getByRole('button', { name: 'Withdraw' }).click()
  await expect(author.getByRole('button')).toHaveCount(0)
  await expect(author).toContainText('by Amina Keys')
  await page.reload()
  await expect(rooms.getByRole('link', { name: 'Courses' })).toHaveCount(0)

  // Sessions end at once.
  await admin.getByRole('button', { name: 'End sessions' }).click()
  await expect(admin.getByText('Nowhere')).toBeVisible()
  await page.goto(`${apps.console}/compliance`)
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcompliance/)

  // Suspended: no way in, the same words as for a wrong password. Restored: in again, to where one wanted to go.
  await admin.getByRole('button', { name: 'Suspend' }).click()
  await admin.getByLabel('Reason').fill('Left the region')
  await admin.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(admin.getByText('Suspended')).toBeVisible()
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'do not belong together' })).toBeVisible()
  await admin.getByRole('button', { name: 'Restore' }).click()
  await admin.getByLabel('Reason').fill('Back again')
  await admin.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(admin.getByRole('button', { name: 'Suspend' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${apps.console}/compliance`)
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
})

test('the administrator gives somebody another name and another unit; the lists follow at once', async ({
  browser,
  apps,
}) => {
  const person = newcomer()
  await join(browser, apps, { person, role: 'staff' })
  const admin = await administrator(browser, apps)
  const { complaints } = watch(admin)
  await admin.goto(`${apps.console}/settings?search=${encodeURIComponent(person.familyName)}`)
  await admin.getByRole('link', { name: person.familyName }).click()
  const save = admin.getByRole('button', { name: 'Save name and unit' })

  // What is kept already is no change.
  await save.click()
  await expect(admin.getByRole('alert').filter({ hasText: 'Nothing is different' })).toBeVisible()

  await admin.getByLabel('Given name').fill('Noor Amal')
  await admin.getByLabel('Belongs to').selectOption({ label: '\u2003North Region' })
  await save.click()
  await expect(admin.getByText('Saved.')).toBeVisible()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(`Noor Amal ${person.familyName}`)
  await expect(admin.getByRole('definition').filter({ hasText: 'North Region' })).toBeVisible()

  await admin.goto(`${apps.console}/settings?search=${encodeURIComponent(person.familyName)}`)
  await expect(admin.getByRole('row', { name: `Noor Amal ${person.familyName}` })).toContainText('North Region')
  expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
})

test('nobody changes their own roles, and there is no button for it', async ({ browser, apps }) => {
  const admin = await administrator(browser, apps)
  await admin.goto(`${apps.console}/settings?search=Amina`)
  await admin.getByRole('link', { name: 'Amina Keys' }).click()
  await expect(admin.getByText('Nobody changes their own roles.')).toBeVisible()
  for (const name of ['Withdraw', 'Give the role', 'Save name and unit', 'Suspend', 'End sessions'])
    await expect(admin.getByRole('button', { name })).toHaveCount(0)
})

test('units are added and renamed, and a name stands once in its place', async ({ browser, apps }) => {
  const admin = await administrator(browser, apps)
  await admin.goto(`${apps.console}/settings/units`)
  const name = newcomer().familyName
  const west = admin.getByRole('listitem').filter({ hasText: 'West Region' })
  await west.getByRole('button', { name: 'Add below' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Add a unit below West Region' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Add the unit' }).click()
  const added = admin.getByRole('listitem').filter({ hasText: name })
  await expect(added).toContainText('Nobody here')
  await west.getByRole('button', { name: 'Add below' }).click()
  await dialog.getByLabel('Name').fill(name.toUpperCase())
  await dialog.getByRole('button', { name: 'Add the unit' }).click()
  await expect(dialog.getByText('A unit of that name stands there already.')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toHaveValue(name.toUpperCase())
  await admin.keyboard.press('Escape')
  await added.getByRole('button', { name: 'Rename' }).click()
  await admin.getByRole('dialog').getByLabel('Name').fill(`${name} renamed`)
  await admin.getByRole('button', { name: 'Save the name' }).click()
  await expect(admin.getByText(`${name} renamed`, { exact: true })).toBeVisible()
})
