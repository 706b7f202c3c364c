import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type House, openHouse } from '../support/house.ts'
import { type Procedures, procedures } from '../support/procedures.ts'
import { passQuiz, studyCourse } from '../support/study.ts'
import { expect, type Page, signIn, test } from '../support/test.ts'

const CES = { code: 'CES', file: 'ces.course.json', on: '2027-03-10' }
const PES = { code: 'PES', file: 'pes.course.json', on: '2030-06-01' }

interface StandingPage {
  readonly holdings: readonly {
    readonly holdingId: string
    readonly credential: { readonly code: string }
    readonly counted: number
    readonly needed: number
    readonly wasted: number
    readonly canRenew: boolean
    readonly expiresOn: string
  }[]
}

const cpt = async (api: Procedures) => {
  const page = await api.query<StandingPage>('standing.page')
  const found = page.holdings.find((holding) => holding.credential.code === 'NASM-CPT')
  if (!found) throw new Error('the trainer holds no CPT')
  return found
}

/** The whole story of one trainer, from the first day to the second renewal, with the product restarted on later days. */
test('one specialization in each cycle renews the certification twice and wastes nothing', async ({ browser }) => {
  test.setTimeout(600_000)
  const house: House = await openHouse({ today: '2027-03-10' })
  try {
    const trainerContext = await browser.newContext()
    const registrarContext = await browser.newContext()
    const trainer = await trainerContext.newPage()
    const registrar = await registrarContext.newPage()
    const portal = procedures(trainer.request, house.web)
    const enter = async (today?: string): Promise<void> => {
      if (today) await house.restart({ today })
      await signIn(trainer, house.web, 'trainer@demo.test')
      await signIn(registrar, house.admin, 'registrar@demo.test')
    }

    await test.step('March 2027: the CES is done and serves the first cycle', async () => {
      await enter()
      expect(await cpt(portal)).toMatchObject({ counted: 100, needed: 1900, expiresOn: '2029-01-09' })
      await passQuiz(portal, await studyCourse(portal, CES), CES)
      expect(await cpt(portal)).toMatchObject({ counted: 2000, needed: 0, wasted: 0, canRenew: true })
    })

    await test.step('December 2028: renewed before the last day, from the old expiry', async () => {
      await enter('2028-12-20')
      await renew({ trainer, registrar, house })
      expect(await cpt(portal)).toMatchObject({ counted: 100, needed: 1900, expiresOn: '2031-01-09' })
    })

    await test.step('February 2029: the card has ended; a new one is handed in and confirmed', async () => {
      await enter('2029-02-05')
      expect(await cpt(portal)).toMatchObject({ counted: 0, canRenew: false })
      await handInCard(trainer, house.web)
      await confirmCard(registrar, house.admin)
      expect(await cpt(portal)).toMatchObject({ counted: 100, needed: 1900 })
    })

    await test.step('June 2030: the PES, kept for this cycle, counts in full', async () => {
      await enter('2030-06-01')
      await passQuiz(portal, await studyCourse(portal, PES), PES)
      expect(await cpt(portal)).toMatchObject({ counted: 2000, needed: 0, wasted: 0, canRenew: true })
    })

    await test.step('December 2030: renewed again, and nothing of the past is lost', async () => {
      await enter('2030-12-15')
      await renew({ trainer, registrar, house })
      expect((await cpt(portal)).expiresOn).toBe('2033-01-09')
      await trainer.goto(`${house.web}/credits`)
      await expect(trainer.getByText('Corrective Exercise Specialization').first()).toBeVisible()
      await expect(trainer.getByText('Performance Enhancement Specialization').first()).toBeVisible()
    })

    await test.step('the ledger gives every standing that is stored', () => {
      const verified = spawnSync(process.execPath, ['apps/cli/src/main.ts', 'standing', 'verify'], {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, DATA_DIR: house.dataDir, GS_SEED: 'demo' },
        encoding: 'utf8',
      })
      expect(verified.stdout).toMatch(/ 0 differences, 0 breaches/)
      expect(verified.status).toBe(0)
    })
  } finally {
    await house.close()
  }
})

interface Renewing {
  readonly trainer: Page
  readonly registrar: Page
  readonly house: House
}

async function renew({ trainer, registrar, house }: Renewing): Promise<void> {
  await trainer.goto(`${house.web}/renew`)
  await trainer.getByRole('button', { name: 'Apply to renew' }).click()
  await expect(trainer.getByText('Your application waits for the registrar')).toBeVisible()
  await registrar.goto(`${house.admin}/renewals`)
  await registrar.getByRole('link', { name: /Rivera/ }).click()
  await expect(registrar.getByText('Everything this cycle asks for is there.')).toBeVisible()
  await registrar.getByRole('button', { name: 'Approve' }).click()
  await expect(registrar.getByText(/^Approved on/)).toBeVisible()
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function handInCard(trainer: Page, web: string): Promise<void> {
  await trainer.goto(`${web}/credits/hand-in/card`)
  await trainer.getByLabel('Issuer').fill('AHA')
  await trainer.getByLabel('Issued on').fill('2029-02-03')
  await trainer.getByLabel('With hands-on practice').check()
  await trainer.locator('input[type=file]').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: PNG })
  await trainer.getByRole('button', { name: 'Hand in' }).click()
  await trainer.waitForURL(/\/credits\/hand-in\?done=card$/)
}

async function confirmCard(registrar: Page, admin: string): Promise<void> {
  await registrar.goto(`${admin}/reviews`)
  await registrar.getByRole('link', { name: /card/i }).first().click()
  await registrar.getByText('Confirm the card').click()
  await registrar.getByRole('button', { name: 'Decide' }).click()
  await expect(registrar.getByText('Approved', { exact: true }).first()).toBeVisible()
}
