import { offeredCredentials } from '@gs/domain/rules'
import { loadPacks } from '@gs/rulepacks'
import { expect, signIn, test, watch } from '../support/test.ts'

test('anybody reads what it takes to keep a credential, and finds it from the sign-in page', async ({ page, apps }) => {
  const { complaints } = watch(page)
  await page.goto(`${apps.portal}/sign-in`)
  await page.getByRole('link', { name: 'What it takes to keep a credential' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What it takes to keep a credential')
  const codes = new Set(loadPacks().flatMap((pack) => offeredCredentials(pack).map(({ code }) => code)))
  for (const code of codes) await expect(page.getByRole('link', { name: `(${code})` })).toHaveCount(1)
  await page.getByRole('link', { name: '(NASM-CPT)' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Certified Personal Trainer')
  await expect(page.getByText('Each cycle needs 2 CEUs.')).toBeVisible()
  await expect(page.getByText('not affiliated with National Academy of Sports Medicine')).toBeVisible()
  await expect(page).toHaveTitle(/What it takes to keep NASM-CPT \(NASM\)/)
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /Each cycle needs 2 CEUs\./)
  await expect(page.getByText('What nobody could confirm')).toBeVisible()
  expect(complaints).toEqual([])
})

test('it is read in Spanish as well', async ({ page, apps }) => {
  await page.goto(`${apps.portal}/credentials/NASM-CPT`)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByText('Cada ciclo exige 2 CEU.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Entrenador personal certificado')
})

test('a code with signs of its own has its page; a guessed one has none', async ({ page, apps }) => {
  for (const code of ['A%2B', 'AT%20licence%20(TN)', 'NASM-PES'])
    expect((await page.goto(`${apps.portal}/credentials/${code}`))?.status(), code).toBe(200)
  for (const code of ['NOPE', 'nasm-cpt', '%27%20or%201=1', '..%2F..%2F', '%00', 'x'.repeat(300)])
    expect((await page.goto(`${apps.portal}/credentials/${code}`))?.status(), code).toBe(404)
})

test('rules of a time that is over say so', async ({ page, apps }) => {
  await page.goto(`${apps.portal}/credentials/ATC`)
  await expect(page.getByText(/These rules were published for the time until/)).toBeVisible()
})

test('a holding leads to what it takes to keep it', async ({ page, apps }) => {
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(`${apps.portal}/`)
  await page.getByRole('link', { name: 'What it takes to keep it' }).first().click()
  await expect(page).toHaveURL(/\/credentials\/NASM-CPT$/)
  await expect(page.getByText('Each cycle needs 2 CEUs.')).toBeVisible()
})
