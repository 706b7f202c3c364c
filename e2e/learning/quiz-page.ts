import { expect, type Page } from '@playwright/test'

/** The key of the question that is shown. */
export async function shownQuestion(page: Page): Promise<string> {
  const name = await page.locator('input[name^="question-"]').first().getAttribute('name')
  if (!name) throw new Error('no question is shown')
  return name.slice('question-'.length)
}

/** Chooses options of the question that is shown, and no others. */
export async function choose(page: Page, question: string, choice: readonly string[]): Promise<void> {
  const options = page.locator(`input[name="question-${question}"]`)
  for (const option of await options.all()) {
    const wanted = choice.includes((await option.getAttribute('value')) ?? '')
    const isRadio = (await option.getAttribute('type')) === 'radio'
    if (wanted || !isRadio) await option.setChecked(wanted)
  }
}

/** The state of the answers as the page's head shows it. */
export const saveState = (page: Page) => page.locator('[data-save-state]').first()

export const expectSaved = (page: Page) => expect(saveState(page)).toHaveAttribute('data-save-state', 'saved')

/** Answers every question of an attempt, from the first, by the keys of the content. */
export async function answerAll(page: Page, right: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const numbers = page.getByRole('navigation', { name: 'Questions' }).getByRole('button')
  const total = await numbers.count()
  for (let index = 0; index < total; index += 1) {
    await numbers.nth(index).click()
    await expect(page.getByText(`Question ${index + 1} of ${total}`)).toBeVisible()
    const question = await shownQuestion(page)
    await choose(page, question, right.get(question) ?? [])
  }
  await expectSaved(page)
}

/** Submits and confirms. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit now' }).click()
}

/** Every state that the page has shown since, in order. */
export async function recordStates(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    const note = (): void => {
      const state = document.querySelector('[data-save-state]')?.getAttribute('data-save-state')
      if (state && seen.at(-1) !== state) seen.push(state)
      document.documentElement.dataset.seenStates = seen.join(' ')
    }
    new MutationObserver(note).observe(document.body, { subtree: true, attributes: true, childList: true })
    note()
  })
  return async () => ((await page.evaluate(() => document.documentElement.dataset.seenStates)) ?? '').split(' ')
}
