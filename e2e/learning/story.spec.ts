import { procedures } from '../support/procedures.ts'
import { answersOf } from '../support/study.ts'
import { expect, type Page, signIn, test, watch } from '../support/test.ts'
import { answerAll, submit } from './quiz-page.ts'

test.describe.configure({ mode: 'serial' })

const right = answersOf('ces.course.json')
const cardOf = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) })

test('the catalogue says what each course is worth to this person, and warns before credit is wasted', async ({
  page,
  apps,
}) => {
  const { complaints } = watch(page)
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(`${apps.portal}/learn`)
  for (const title of ['Corrective Exercise Specialization', 'Performance Enhancement Specialization'])
    await expect(cardOf(page, title)).toContainText(/counts 1\.9 CEUs.*everything you need/)

  // Nothing is lost with the first: it starts without a question.
  await cardOf(page, 'Corrective Exercise Specialization')
    .getByRole('link', { name: /^(Go on|Look at it)/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Corrective Exercise Specialization' })).toBeVisible()
  await expect(page.getByText('20 questions in 40 minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(page).toHaveURL(/\/learn\/study\//)
  await expect(
    page.getByRole('heading', { level: 1, name: 'The kinetic chain and how movement patterns form' }),
  ).toBeVisible()

  // Set aside it is planned no longer; taken up again it goes on where it was.
  const study = page.url()
  await page.goto(`${apps.portal}/learn/CES`)
  await page.getByRole('button', { name: 'Set it aside' }).click()
  await page.getByRole('button', { name: 'Start this course' }).click()
  await expect(page).toHaveURL(study)

  // The second beside it would be wasted: amount, reason and day are said, and the person may go on or keep it.
  await page.goto(`${apps.portal}/learn/PES`)
  await page.getByRole('button', { name: 'Start this course' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1.9 CEUs of its 1.9 CEUs would be wasted')
  await expect(dialog).toContainText('You have begun Corrective Exercise Specialization')
  await expect(dialog).toContainText(/Finished on or after \w+ \d+, \d{4} it counts in full/)
  await expect(dialog.getByRole('button', { name: 'Start it now all the same' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Keep it for the next cycle' }).click()
  await expect(page).toHaveURL(/\/learn$/)
  await expect(cardOf(page, 'Performance Enhancement Specialization')).toContainText(/Kept until \w+ \d+, \d{4}/)
  await expect(cardOf(page, 'Performance Enhancement Specialization')).not.toContainText('In progress')
  expect(complaints).toEqual([])
})

test('lessons resume where one stopped, practice is logged, and the quiz opens when all is done', async ({
  page,
  apps,
}) => {
  const { complaints } = watch(page)
  await signIn(page, apps.portal, 'trainer@demo.test')
  await page.goto(`${apps.portal}/learn`)
  await cardOf(page, 'Corrective Exercise Specialization')
    .getByRole('link', { name: /^(Go on|Look at it)/ })
    .click()
  await expect(page).toHaveURL(/\/learn\/study\//)
  const study = page.url()
  const enrollmentId = new URL(study).pathname.split('/').at(-1) ?? ''
  await expect(page.getByRole('figure').first()).toBeVisible()

  const log = page.locator('#practice')
  await log.getByLabel('What you tried').fill('Chair stand <b>watched</b> with a client')
  await log.getByLabel('How it went').fill('Hips moved first')
  await log.getByRole('button', { name: 'Log it' }).click()
  await expect(log).toContainText('1 of 1 entries logged')
  await expect(log.getByText('Chair stand <b>watched</b> with a client')).toBeVisible()

  await page.getByRole('button', { name: 'Done, next lesson' }).click()
  const second = 'Assessing movement: overhead squat and single-leg squat'
  await expect(page.getByRole('heading', { level: 1, name: second })).toBeVisible()
  await expect
    .poll(async () => {
      await page.goto(study)
      return page.getByRole('heading', { level: 1 }).textContent()
    })
    .toBe(second)

  await page.goto(`${study}/quiz`)
  await expect(page.getByText('The quiz opens when this is done:')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toHaveCount(0)

  const api = procedures(page.request, apps.portal)
  const course = await api.query<{ outline: readonly { key: string; practiceEntries: number }[] }>('courses.page', {
    code: 'CES',
  })
  for (const { key: lesson, practiceEntries } of course.outline.slice(1)) {
    await api.mutate('enrollments.markLesson', { enrollmentId, lesson, mark: 'done' })
    for (let entry = 0; entry < practiceEntries; entry += 1)
      await api.mutate('enrollments.logPractice', {
        enrollmentId,
        lesson,
        practisedOn: '2026-11-20',
        what: 'Tried it',
        howItWent: 'It went well',
      })
  }
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start the quiz' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('passing posts completion, award, record and standing at once', async ({ page, apps }) => {
  test.slow()
  const { complaints } = watch(page)
  await signIn(page, apps.portal, 'trainer@demo.test')
  const api = procedures(page.request, apps.portal)
  const catalogue = await api.query<readonly { code: string; enrollment: { id: string } | null }[]>('courses.catalogue')
  const enrollmentId = catalogue.find(({ code }) => code === 'CES')?.enrollment?.id
  await page.goto(`${apps.portal}/learn/study/${enrollmentId}/quiz`)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page).toHaveURL(/\/learn\/quiz\//)
  await answerAll(page, right)
  await submit(page)
  await expect(page.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible()
  await expect(page.getByText('20 of 20 questions entirely right.')).toBeVisible()
  const posted = page.locator('section', { has: page.getByRole('heading', { name: 'What was posted' }) }).first()
  await expect(posted).toContainText('1.9 CEUs')
  await expect(posted).toContainText(/Number [A-Z0-9-]+/)
  await expect(posted).toContainText('2 of 2 CEUs counted. You can renew.')
  await expect(page.getByText('Right', { exact: true }).first()).toBeVisible()

  await page.goto(`${apps.portal}/credits`)
  await expect(page.getByText('Corrective Exercise Specialization').first()).toBeVisible()
  await page.goto(`${apps.portal}/records`)
  await expect(page.getByText('Corrective Exercise Specialization').first()).toBeVisible()
  await page.goto(`${apps.portal}/learn/CES`)
  await expect(page.getByText('Completed').first()).toBeVisible()
  expect(complaints).toEqual([])
})
