import { type House, openHouse } from '../support/house.ts'
import { procedures } from '../support/procedures.ts'
import { passQuiz, studyCourse } from '../support/study.ts'
import { expect, type Page, signIn, test, watch } from '../support/test.ts'

const TODAY = '2026-11-20'
const CES = { code: 'CES', file: 'ces.course.json', on: TODAY }
const NEXT_EXPIRY = 'September 21, 2030'

test.describe.configure({ mode: 'serial' })

let house: House
let trainer: Page
let registrar: Page
let complaints: readonly string[]

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  house = await openHouse({ today: TODAY })
  trainer = await (await browser.newContext()).newPage()
  registrar = await (await browser.newContext()).newPage()
  complaints = watch(trainer).complaints
  await signIn(trainer, house.web, 'trainer@demo.test')
  await signIn(registrar, house.admin, 'registrar@demo.test')
})
test.afterAll(async () => {
  await house.close()
})
test.afterEach(() => {
  expect(complaints).toEqual([])
})

const card = () => trainer.getByRole('article').filter({ hasText: 'Certified Personal Trainer' })

test('Standing says what counts, what is missing, and to take one and keep the other', async () => {
  await trainer.goto(house.web)
  await expect(trainer).toHaveTitle(/Standing/)
  await expect(card().getByRole('img', { name: '0.1 of 2.0 CEUs counted' })).toBeVisible()
  await expect(card().getByRole('region', { name: 'Counted' })).toContainText('0.1 from the CPR/AED card on file')
  await expect(card().getByRole('region', { name: 'Still missing' })).toContainText('1.9 CEUs')
  await expect(card()).toContainText('Take one of CES and PES now: either is enough for this cycle.')
  await expect(card()).toContainText('both at once waste 1.9 CEUs')
})

test('each figure opens its reasons: rule, version, source and arithmetic', async () => {
  for (const figure of ['Counted', 'Still missing', 'Last day', 'Next step']) {
    await card()
      .getByRole('button', { name: `Why? about “${figure}”` })
      .click()
    const dialog = trainer.getByRole('dialog', { name: `${figure}: why` })
    await expect(dialog).toContainText('Rule: ')
    await expect(dialog).toContainText(/version 1/)
    if (figure === 'Next step') await expect(dialog).toContainText('0.1 counted + 1.9 from CES = 2.0 of 2.0 CEUs')
    else await expect(dialog.getByRole('link', { name: 'Source' }).first()).toHaveAttribute('href', /^https:/)
    await trainer.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

test('the same in Spanish, on a phone, without a sideways scroll', async () => {
  await trainer.context().addCookies([{ name: 'gs_locale', value: 'es', url: house.web }])
  await trainer.setViewportSize({ width: 390, height: 844 })
  for (const [path, title] of [
    ['/', 'Situación'],
    ['/credits', 'Créditos'],
    ['/records', 'Certificados'],
    ['/renew', 'Renovar'],
  ] as const) {
    await trainer.goto(house.web + path)
    await expect(trainer.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect.poll(() => trainer.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
  await trainer.goto(house.web)
  const inSpanish = trainer.getByRole('article').filter({ hasText: 'Entrenador personal certificado' })
  await expect(inSpanish).toContainText('los dos a la vez desperdician 1,9 CEU')
  await trainer.goto(`${house.web}/renew`)
  await expect(trainer.getByRole('heading', { name: 'Entrenador personal certificado' })).toBeVisible()
  await trainer.context().addCookies([{ name: 'gs_locale', value: 'en', url: house.web }])
  await trainer.setViewportSize({ width: 1280, height: 800 })
})

test('a course that is passed shows in Credits and Records, and on a page that anybody may open', async ({
  browser,
}) => {
  const api = procedures(trainer.request, house.web)
  await passQuiz(api, await studyCourse(api, CES), CES)

  await trainer.goto(`${house.web}/credits`)
  const statement = trainer.getByRole('table', { name: 'Statement of credits for Certified Personal Trainer' }).first()
  await expect(statement.getByRole('row', { name: /Corrective Exercise Specialization/ })).toContainText('+1.9')

  await trainer.goto(`${house.web}/records`)
  await trainer.getByRole('link', { name: 'Corrective Exercise Specialization' }).click()
  await expect(trainer.getByRole('heading', { level: 1 })).toHaveText('Corrective Exercise Specialization')
  const code = (await trainer.getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/).textContent()) ?? ''

  const pdf = await trainer.request.get(`${trainer.url().replace('/records/', '/files/records/')}.pdf?lang=en`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).toString('latin1')).toContain('pdfuaid:part')

  const stranger = await (await browser.newContext()).newPage()
  const refused = await stranger.request.get(pdf.url())
  expect(refused.status()).toBe(401)
  await stranger.goto(`${house.web}/verify/${code.toLowerCase()}`)
  await expect(stranger.getByRole('heading', { name: 'This certificate is valid' })).toBeVisible()
  await expect(stranger.getByRole('main')).toContainText('Does not expire')
  const json = await stranger.request.get(`${house.web}/verify/${code}`, { headers: { Accept: 'application/json' } })
  expect(await json.json()).toMatchObject({ valid: true, code, kind: 'specialization', state: 'valid' })
  await stranger.goto(`${house.web}/verify/${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)
  await expect(stranger.getByText('The code is mistyped')).toBeVisible()
  await stranger.close()
})

test('the trainer applies, the registrar approves, the next cycle opens from the old expiry', async () => {
  await trainer.goto(house.web)
  await expect(card()).toContainText('Apply to renew: everything is there')
  await card().getByRole('link', { name: 'Go to renewal' }).click()
  await trainer.getByRole('button', { name: 'Apply to renew' }).dblclick()
  await expect(trainer.getByText('Your application waits for the registrar')).toBeVisible()

  await registrar.goto(`${house.admin}/renewals`)
  await registrar.getByRole('link', { name: /Rivera/ }).click()
  await expect(registrar.getByText('Everything this cycle asks for is there.')).toBeVisible()
  await registrar.getByLabel('Note to the holder').fill('Well done <b>Tess</b>')
  await registrar.getByRole('button', { name: 'Approve' }).click()
  await expect(registrar.getByText(/Approved on November 20, 2026/)).toBeVisible()

  await trainer.goto(`${house.web}/renew`)
  await expect(trainer.getByText('Note: Well done <b>Tess</b>')).toBeVisible()
  await expect(trainer.getByText(`Opened the cycle of September 22, 2028 to ${NEXT_EXPIRY}`)).toBeVisible()
  await trainer.goto(`${house.web}/records`)
  await expect(trainer.getByText(`Valid through ${NEXT_EXPIRY}`)).toBeVisible()
  await trainer.goto(`${house.web}/credits`)
  await expect(trainer.getByText('1.9 spent on a renewal')).toBeVisible()
  await trainer.goto(house.web)
  await expect(card().getByRole('region', { name: 'Last day' })).toContainText(NEXT_EXPIRY)
})

test('the registrar reissues a certificate and revokes the new one; a stranger is told the truth about both', async ({
  browser,
}) => {
  await registrar.goto(`${house.admin}/people`)
  await registrar.getByLabel('Name or e-mail').fill('trainer@demo.test')
  await registrar.getByRole('button', { name: 'Find' }).click()
  await registrar.getByRole('link', { name: /Rivera/ }).click()
  await registrar.getByRole('link', { name: 'Records', exact: true }).click()
  const row = registrar.getByRole('row', { name: /Corrective Exercise Specialization/ })
  await row.getByRole('button', { name: 'Reissue' }).click()
  const dialog = registrar.getByRole('dialog', { name: /^Reissue/ })
  await dialog.getByLabel('Reason').fill('The paper was lost')
  await dialog.getByRole('button', { name: 'Issue the new record' }).dblclick()
  await expect(row).toHaveCount(2)
  const fresh = row.filter({ hasText: 'Valid' })
  await fresh.getByRole('button', { name: 'Revoke' }).click()
  await registrar.getByRole('dialog').getByLabel('Reason').fill('Issued to the wrong person')
  await registrar.getByRole('button', { name: 'Revoke the record' }).click()
  await expect(row.filter({ hasText: 'Revoked' })).toHaveCount(1)

  const api = procedures(trainer.request, house.web)
  const records =
    await api.query<readonly { title: string; state: string; code: string; number: string }[]>('records.list')
  const of = (state: string) => records.find((each) => each.title.startsWith('Corrective') && each.state === state)
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(`${house.web}/verify/${of('superseded')?.code}`)
  await expect(stranger.getByRole('heading', { name: 'This certificate was replaced by a newer one' })).toBeVisible()
  await expect(stranger.getByRole('main')).toContainText(of('revoked')?.number ?? 'no number')
  await stranger.goto(`${house.web}/verify/${of('revoked')?.code}`)
  await expect(stranger.getByRole('heading', { name: 'This certificate was revoked' })).toBeVisible()
  await expect(stranger.getByRole('main')).toContainText('November 20, 2026')
  await expect(stranger.getByRole('main')).not.toContainText('wrong person')
  await stranger.close()
})
