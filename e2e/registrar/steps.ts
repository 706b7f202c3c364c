import { expect, type Page } from '../support/test.ts'

/** The smallest file that its first bytes prove to be a PDF. */
export const PDF = {
  name: 'certificate.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n% made for a test\n'),
}

export interface ActivityHandedIn {
  readonly title: string
  readonly completedOn: string
  readonly hours: string
}

/** Fills in the form for an outside activity and sends it. */
export async function handInActivity(page: Page, portal: string, activity: ActivityHandedIn): Promise<void> {
  await page.goto(`${portal}/credits/hand-in/activity`)
  await page.getByLabel('Title').fill(activity.title)
  await page.getByLabel('Provider').fill('Congress House')
  await page.getByLabel('Completed on').fill(activity.completedOn)
  await page.getByLabel('Contact hours').fill(activity.hours)
  await page.getByLabel('Evidence').setInputFiles(PDF)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page).toHaveURL(/\/credits\/hand-in\?done=evidence/)
}

/** Hands in a renewed CPR/AED card with hands-on practice. */
export async function handInCard(page: Page, portal: string, issuedOn: string): Promise<void> {
  await page.goto(`${portal}/credits/hand-in/card`)
  await page.getByLabel('Card', { exact: true }).selectOption('cpr-aed')
  await page.getByLabel('Issuer').fill('American Heart Association')
  await page.getByLabel('Issued on').fill(issuedOn)
  await page.getByLabel('With hands-on practice').check()
  await page.getByLabel('Evidence').setInputFiles(PDF)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page).toHaveURL(/\/credits\/hand-in\?done=card/)
}

/** Opens what waits by a part of its title, as a reviewer. */
export async function openReview(page: Page, console_: string, title: string): Promise<void> {
  await page.goto(`${console_}/reviews`)
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { name: 'Your decision' })).toBeVisible()
}

/** Confirms the card that waits. */
export async function confirmCard(page: Page, console_: string): Promise<void> {
  await openReview(page, console_, 'CPR/AED card')
  await page.getByLabel('Confirm the card').check()
  await page.getByRole('button', { name: 'Decide' }).click()
  await expect(page.getByRole('heading', { name: 'Decision', exact: true })).toBeVisible()
  await expect(page.getByText('Approved').first()).toBeVisible()
}
