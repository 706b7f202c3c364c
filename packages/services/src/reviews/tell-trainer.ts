import type { CommandWork, Transaction } from '@gs/db'
import type { Day, OrgId } from '@gs/domain'
import type { CreditLine } from '@gs/domain/ledger'
import type { Outcome, ReasonCode } from '@gs/domain/reviews'
import type { ServiceContext } from '../kernel/index.ts'
import { queueMail } from '../notifications/index.ts'
import type { PersonRow } from '../people/require-person.ts'
import { loadPacks } from '../standings/index.ts'
import type { SubmissionRow } from './lock-submission.ts'
import { REASON_WORDS } from './reason-words.ts'

interface Told {
  readonly person: PersonRow
  readonly submission: SubmissionRow
  readonly decision: {
    readonly decisionId: string
    readonly outcome: Outcome
    readonly credits: readonly CreditLine[]
    readonly reasonCode: ReasonCode | null
    readonly note: string | null
  }
}

/** Puts the mail about a decision into the queue, once a decision. */
export async function tellTrainer(
  ctx: ServiceContext,
  { tx }: CommandWork,
  { person, submission, decision }: Told,
): Promise<void> {
  const { outcome, reasonCode, note } = decision
  const reason = outcome === 'approved' || reasonCode === null ? [] : [REASON_WORDS[person.locale][reasonCode]]
  await queueMail(tx, ctx, {
    orgId: ctx.actor.orgId,
    to: { personId: person.personId },
    locale: person.locale,
    template: 'submission-decided',
    event: decision.decisionId,
    data: {
      title:
        submission.kind === 'card' ? `${submission.title.toUpperCase()}, ${submission.provider}` : submission.title,
      outcome,
      credits: await creditsInUnits(tx, {
        orgId: ctx.actor.orgId,
        locale: person.locale,
        credits: decision.credits,
        on: ctx.clock.today(),
      }),
      note: [...reason, ...(note ? [note] : [])].join(' '),
      path: '/credits/hand-in',
    },
  })
}

interface Credited {
  readonly orgId: OrgId
  readonly locale: 'en' | 'es'
  readonly credits: readonly CreditLine[]
  /** The day whose words are used. */
  readonly on: Day
}

/** Credit lines with the unit of each pack in words, as the mails have them; always of the size of what was taken back. */
export async function creditsInUnits(tx: Transaction, { orgId, locale, credits, on }: Credited) {
  const packs = await loadPacks(tx, orgId, on)
  return credits.map(({ packId, amount }) => ({
    amount: Math.abs(amount),
    unit: packs.get(packId)?.pack.unit.plural[locale] ?? '',
  }))
}
