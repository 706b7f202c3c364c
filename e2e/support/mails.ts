import type { Page } from '@playwright/test'
import { procedures } from './procedures.ts'

interface Mails {
  readonly total: number
  readonly mails: readonly { readonly id: string; readonly recipient: string; readonly kind: string }[]
}

/** The mails of a kind to somebody, on whichever page of the console's mail view they stand, for who is signed in there. */
export async function mailsTo(
  page: Page,
  app: string,
  { recipient, kind }: { readonly recipient: string; readonly kind: string },
): Promise<readonly string[]> {
  const api = procedures(page.request, app)
  const found: string[] = []
  for (let at = 1, seen = 0, total = 1; seen < total; at += 1) {
    const answer = await api.query<Mails>('organizations.mails', { page: at })
    const own = answer.mails.filter((mail) => mail.recipient === recipient && mail.kind === kind)
    found.push(...own.map(({ id }) => id))
    if (answer.mails.length === 0) break
    seen += answer.mails.length
    total = answer.total
  }
  return found
}
