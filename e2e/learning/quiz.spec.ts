import type { Browser } from '@playwright/test'
import { newTrainer, type Trainer } from '../support/newcomer.ts'
import { studyCourse } from '../support/study.ts'
import { type Apps, expect, type Page, test } from '../support/test.ts'
import { signInAs } from '../support/visitor.ts'
import { choose, expectSaved, recordStates, saveState, shownQuestion, submit } from './quiz-page.ts'

const ON = '2026-11-20'
const SAVE = '**/api/trpc/**saveAnswer**'

interface Taking {
  readonly trainer: Trainer
  readonly page: Page
  readonly attemptId: string
}

/** A trainer of this test alone, at the first question of a quiz. */
async function taking(browser: Browser, apps: Apps): Promise<Taking> {
  const trainer = await newTrainer({ portal: apps.portal, console: apps.console, unit: 'North Region' })
  const enrollmentId = await studyCourse(trainer.api, { code: 'ETH', file: 'professional-ethics.course.json', on: ON })
  const { attemptId } = await trainer.api.mutate<{ attemptId: string }>('quizzes.start', { enrollmentId })
  const context = await browser.newContext({ storageState: await trainer.request.storageState() })
  const page = await context.newPage()
  await page.goto(`${apps.portal}/learn/quiz/${attemptId}`)
  await expect(page.getByText('Question 1 of')).toBeVisible()
  return { trainer, page, attemptId }
}

/** Chooses the first or another option of the shown question; answers which. */
async function chooseAt(page: Page, index: number): Promise<{ question: string; value: string }> {
  const question = await shownQuestion(page)
  const value = (await page.locator(`input[name="question-${question}"]`).nth(index).getAttribute('value')) ?? ''
  await choose(page, question, [value])
  return { question, value }
}

const checked = (page: Page, { question, value }: { question: string; value: string }) =>
  page.locator(`input[name="question-${question}"][value="${value}"]`)

test('an answer whose acknowledgement is swallowed never shows as saved, and is saved in the end', async ({
  browser,
  apps,
}) => {
  const { page } = await taking(browser, apps)
  let swallowed = 0
  await page.route(SAVE, async (route) => {
    // It reaches the server; the answer to it is lost.
    await route.fetch()
    swallowed += 1
    await route.abort('connectionreset')
  })
  const states = await recordStates(page)
  await chooseAt(page, 0)
  await expect.poll(() => swallowed, { timeout: 60_000 }).toBeGreaterThanOrEqual(3)
  expect(await states()).not.toContain('saved')
  await expect(page.getByText('Some answers are not saved yet')).toBeVisible()
  await page.unroute(SAVE)
  await expectSaved(page)
})

test('reload, coming back later and a second tab keep every answer; the later click wins', async ({
  browser,
  apps,
}) => {
  const { page } = await taking(browser, apps)
  const first = await chooseAt(page, 0)
  await expectSaved(page)
  await page.reload()
  await expect(checked(page, first)).toBeChecked()

  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await expect(checked(tab, first)).toBeChecked()
  const later = await chooseAt(tab, 1)
  await expectSaved(tab)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(checked(page, later)).toBeChecked()

  await page.goto(`${apps.portal}/learn`)
  await page.goBack()
  await expect(checked(page, later)).toBeChecked()
})

test('another device takes over, the first is told, and it can come back with what it kept (D5)', async ({
  browser,
  apps,
}) => {
  const { page } = await taking(browser, apps)
  const first = await chooseAt(page, 0)
  await expectSaved(page)
  const { cookies } = await page.context().storageState()
  const elsewhere = await browser.newContext()
  await elsewhere.addCookies(cookies)
  const desk = await elsewhere.newPage()
  await desk.goto(page.url())
  await expect(checked(desk, first)).toBeChecked()
  const second = await chooseAt(desk, 1)
  await expectSaved(desk)

  // The first has not heard of it: its next answer is not saved, and it is told.
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('Question 2 of')).toBeVisible()
  const question = await shownQuestion(page)
  const option = page.locator(`input[name="question-${question}"]`).first()
  const kept = { question, value: (await option.getAttribute('value')) ?? '' }
  await option.click()
  await expect(page.getByText('This attempt goes on on another device')).toBeVisible()
  await desk.reload()
  await expect(checked(desk, second)).toBeChecked()

  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(page.getByText('This attempt goes on on another device')).toBeHidden()
  await expectSaved(page)
  await expect(checked(page, kept)).toBeChecked()
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(checked(page, second)).toBeChecked()
  await desk.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(desk.getByText('This attempt goes on on another device')).toBeVisible()
  await elsewhere.close()
})

test('what was answered offline is kept by the browser and replayed on return', async ({ browser, apps }) => {
  const { page } = await taking(browser, apps)
  const url = page.url()
  await page.context().setOffline(true)
  const answer = await chooseAt(page, 1)
  await expect(saveState(page)).toHaveAttribute('data-save-state', 'waiting')
  const context = page.context()
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(url)
  await expect(checked(again, answer)).toBeChecked()
  await expectSaved(again)
  await again.reload()
  await expect(checked(again, answer)).toBeChecked()
})

test('a session that ends in the middle loses nothing (D6)', async ({ browser, apps }) => {
  const { page, trainer } = await taking(browser, apps)
  await page.context().clearCookies()
  const answer = await chooseAt(page, 0)
  await expect(page.getByText('You are not signed in any more')).toBeVisible()
  await signInAs(trainer, trainer.email, trainer.password)
  await page.context().addCookies((await trainer.request.storageState()).cookies)
  await expectSaved(page)
  await page.reload()
  await expect(checked(page, answer)).toBeChecked()
})

test('submitting twice is once, and unanswered questions are named before it', async ({ browser, apps }) => {
  const { page, trainer, attemptId } = await taking(browser, apps)
  await chooseAt(page, 0)
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/\d+ questions have no answer yet/)
  await dialog.getByRole('button', { name: 'Submit now' }).dblclick()
  await expect(page).toHaveURL(/\/result$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Not passed yet' })).toBeVisible()
  const again = await trainer.api.mutate<{ percent: number; submittedAt: string }>('quizzes.submit', { attemptId })
  const result = await trainer.api.query<{ percent: number; submittedAt: string }>('quizzes.result', { attemptId })
  expect(again.submittedAt).toBe(result.submittedAt)
  // The way back leads to the result, not into a quiz that is over.
  await page.goto(`${apps.portal}/learn/quiz/${attemptId}`)
  await expect(page).toHaveURL(/\/result$/)
})

test('nothing that leaves the server before release holds a key (D9)', async ({ browser, apps }) => {
  const { page, attemptId } = await taking(browser, apps)
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (/json|html|x-component/.test(response.headers()['content-type'] ?? ''))
      bodies.push(response.text().catch(() => ''))
  })
  await page.goto(`${apps.portal}/learn`)
  await page.goto(`${apps.portal}/learn/quiz/${attemptId}`)
  await chooseAt(page, 0)
  await expectSaved(page)
  await page.goto(`${apps.portal}/learn/quiz/${attemptId}/result`)
  await expect(page).not.toHaveURL(/result$/)
  const before = (await Promise.all(bodies)).join('\n')
  const content = await import('../../packages/db/src/seed/content/professional-ethics.course.json', {
    with: { type: 'json' },
  })
  const { questions } = content.default
  expect(before).toContain(questions.find(({ stem }) => before.includes(stem))?.stem ?? 'a question')
  expect(before).not.toMatch(/\\?"correct\\?":/)
  for (const { feedback } of questions) expect(before).not.toContain(feedback)
  await submit(page)
  await expect(page).toHaveURL(/\/result$/)
  await expect(page.getByRole('heading', { name: 'Question by question' })).toBeVisible()
})
