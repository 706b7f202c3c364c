import { type House, openHouse } from '../support/house.ts'
import { type Procedures, procedures } from '../support/procedures.ts'
import { passQuiz, studyCourse } from '../support/study.ts'
import { expect, type Page, signIn, test, watch } from '../support/test.ts'

test.describe.configure({ mode: 'serial' })

const TODAY = '2026-11-20'
/** Four days after the demo's certifications have expired, in the time in which credits may still be earned. */
const IN_GRACE = '2028-09-25'

let house: House
test.beforeAll(async () => {
  test.setTimeout(300_000)
  house = await openHouse({ today: TODAY })
})
test.afterAll(() => house.close())

const guard = (page: Page) => page.getByRole('dialog')
const keep = (page: Page) => guard(page).getByRole('button', { name: 'Keep it for the next cycle' })
const pes = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Performance Enhancement Specialization' }) })

interface Outline {
  readonly id: string
  readonly outline: readonly { readonly key: string; readonly practiceEntries: number }[]
}

/** Does everything of a course that is begun, but for its last lesson; answers that lesson. */
async function studyAllButLast(api: Procedures, code: string, enrollmentId: string): Promise<string> {
  const { outline } = await api.query<Outline>('courses.page', { code })
  for (const { key: lesson, practiceEntries } of outline) {
    if (lesson !== outline.at(-1)?.key)
      await api.mutate('enrollments.markLesson', { enrollmentId, lesson, mark: 'done' })
    for (let entry = 0; entry < practiceEntries; entry++)
      await api.mutate('enrollments.logPractice', {
        enrollmentId,
        lesson,
        practisedOn: TODAY,
        what: 'Tried it',
        howItWent: 'Well',
      })
  }
  return outline.at(-1)?.key ?? ''
}

test('nothing is asked where nothing is lost: at enrolment, last lesson and final quiz of the first course', async ({
  page,
}) => {
  const { complaints } = watch(page)
  await signIn(page, house.web, 'trainer@demo.test')
  await page.goto(`${house.web}/learn/CES`)
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(page).toHaveURL(/\/learn\/study\//)
  const study = new URL(page.url()).pathname
  const last = await studyAllButLast(procedures(page.request, house.web), 'CES', study.split('/').at(-1) ?? '')
  await page.goto(`${house.web}${study}?lesson=${last}`)
  await page.getByRole('button', { name: 'Done, to the quiz' }).click()
  await expect(page).toHaveURL(/\/quiz$/)
  await expect(guard(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page).toHaveURL(/\/learn\/quiz\//)
  expect(complaints).toEqual([])
})

test('the second course is kept at enrolment, taken up again, kept at the last lesson, and gone on with at the quiz', async ({
  page,
}) => {
  test.slow()
  const { complaints } = watch(page)
  await signIn(page, house.web, 'trainer@demo.test')
  const api = procedures(page.request, house.web)

  await page.goto(`${house.web}/learn/PES`)
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(guard(page)).toContainText('1.9 CEUs of its 1.9 CEUs would be wasted')
  await expect(guard(page)).toContainText('Finished on or after September 22, 2028 it counts in full')
  await keep(page).click()
  await expect(page).toHaveURL(/\/learn$/)
  await expect(pes(page)).toContainText('Kept until Sep 22, 2028')

  await pes(page)
    .getByRole('link', { name: /^Take it up again/ })
    .click()
  await expect(page.getByText('From September 22, 2028 on it counts in full.')).toBeVisible()
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await guard(page).getByRole('button', { name: 'Start it now all the same' }).click()
  await expect(page).toHaveURL(/\/learn\/study\//)
  const study = new URL(page.url()).pathname
  const enrollmentId = study.split('/').at(-1) ?? ''

  const last = await studyAllButLast(api, 'PES', enrollmentId)
  await page.goto(`${house.web}${study}?lesson=${last}`)
  await page.getByRole('button', { name: 'Done, to the quiz' }).click()
  await expect(guard(page)).toContainText('1.9 CEUs of its 1.9 CEUs would be wasted')
  await keep(page).click()
  await expect(pes(page)).toContainText('Kept until Sep 22, 2028')

  // Taken up again it is as it was left, and the person may go on.
  await page.goto(`${house.web}/learn/PES`)
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await guard(page).getByRole('button', { name: 'Start it now all the same' }).click()
  await expect(page).toHaveURL(new RegExp(study))
  await page.goto(`${house.web}${study}?lesson=${last}`)
  await page.getByRole('button', { name: 'Done, to the quiz' }).click()
  await guard(page).getByRole('button', { name: 'Finish it all the same' }).click()
  await expect(page).toHaveURL(/\/quiz$/)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(guard(page)).toContainText('Take the quiz now?')
  await guard(page).getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(/\/quiz$/)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await guard(page).getByRole('button', { name: 'Take it all the same' }).click()
  await expect(page).toHaveURL(/\/learn\/quiz\//)
  expect(complaints).toEqual([])
})

async function rivalTrainer(api: Procedures): Promise<string> {
  const { rows } = await api.query<{ rows: readonly { id: string }[] }>('people.search', {
    search: 'Rivalson',
    page: 1,
  })
  const id = rows[0]?.id
  if (!id) throw new Error('the trainer of the other organisation is not there')
  return id
}

interface Awarding {
  readonly personId: string
  readonly credits: string
  readonly completedOn: string
}

/** Fills in the desk's form and asks what it would change. */
async function preview(page: Page, { personId, credits, completedOn }: Awarding): Promise<void> {
  await page.goto(`${house.admin}/awards/${personId}`)
  await page.getByLabel('Activity').fill('Strength workshop')
  await page.getByLabel('Completed on').fill(completedOn)
  await page.getByRole('group', { name: 'Credits' }).getByRole('textbox').first().fill(credits)
  await page.getByLabel('Reason').fill('Certificate seen')
  await page.getByRole('button', { name: 'Show what it changes' }).click()
  await expect(page.getByRole('heading', { name: 'What this award would change' })).toBeVisible()
}

const better = (page: Page) => page.getByText('Better kept for the next cycle')

test('the award desk says what would be lost and from which day it would not, and only where it would', async ({
  page,
}) => {
  const { complaints } = watch(page)
  await signIn(page, house.admin, 'admin@rival.test')
  const personId = await rivalTrainer(procedures(page.request, house.admin))
  await preview(page, { personId, credits: '0.9', completedOn: '2026-11-10' })
  await expect(better(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Post the award' }).click()
  await expect(page.getByText('The award is posted')).toBeVisible()

  await preview(page, { personId, credits: '1.9', completedOn: '2026-11-11' })
  await expect(better(page)).toBeVisible()
  await expect(page.getByText('0.9 CEUs of it would be lost now')).toBeVisible()
  await expect(page.getByText('Completed on or after September 22, 2028 it counts in full.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep it for the next cycle' }).click()
  await expect(page.getByText('Nothing was posted')).toBeVisible()
  await expect(page.getByLabel('Activity')).toHaveValue('Strength workshop')
  expect(complaints).toEqual([])
})

test('a renewal asks nothing where it burns nothing, and says what the next cycle could count where it does', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  await signIn(page, house.web, 'both@demo.test')
  const api = procedures(page.request, house.web)
  const course = { code: 'CES', file: 'ces.course.json', on: TODAY }
  await passQuiz(api, await studyCourse(api, course), course)
  await page.goto(`${house.web}/renew`)
  await page.getByRole('button', { name: 'Apply to renew' }).click()
  await expect(page.getByText('Your application waits for the registrar')).toBeVisible()

  await house.restart({ today: IN_GRACE })
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, house.admin, 'admin@rival.test')
  const personId = await rivalTrainer(procedures(desk.request, house.admin))
  await preview(desk, { personId, credits: '1.9', completedOn: '2028-09-24' })
  await expect(better(desk)).toBeVisible()
  await desk.getByRole('button', { name: 'Post it all the same' }).click()
  await expect(desk.getByText('The award is posted')).toBeVisible()

  const rita = await (await browser.newContext()).newPage()
  await signIn(rita, house.web, 'trainer@rival.test')
  await rita.goto(`${house.web}/renew`)
  await rita.getByRole('button', { name: 'Apply to renew' }).click()
  await expect(guard(rita)).toContainText('Renewing today would use up 0.9 CEUs that the next cycle could count.')
  await expect(guard(rita)).toContainText('They count in full in the cycle that begins on September 22, 2028.')
  await guard(rita).getByRole('button', { name: 'Not now: keep them for the next cycle' }).click()
  await expect(guard(rita)).toHaveCount(0)
  await rita.getByRole('button', { name: 'Apply to renew' }).click()
  await guard(rita).getByRole('button', { name: 'Apply all the same' }).click()
  await expect(rita.getByText('Your application waits for the registrar')).toBeVisible()
})
