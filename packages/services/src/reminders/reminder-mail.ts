import type { Transaction } from '@gs/db'
import { formatDay, type OrgId, ZERO } from '@gs/domain'
import { type Owed, reminderKey } from '@gs/domain/notifications'
import { type MailToQueue, queueMail } from '../notifications/index.ts'
import type { JobQueue } from '../ports.ts'
import type { HoldingStanding } from '../standings/index.ts'
import { dayText, type ReminderWorld } from './person-reminders.ts'

export interface ReminderToQueue {
  readonly orgId: OrgId
  readonly personId: string
  readonly owed: Owed
  readonly world: ReminderWorld
}

/** Owes the mail of a reminder in the transaction that notes it as sent; false where its matter is gone meanwhile. */
export async function queueReminder(
  tx: Transaction,
  deps: { readonly queue: JobQueue },
  { orgId, personId, owed, world }: ReminderToQueue,
): Promise<boolean> {
  const whom = { orgId, to: { personId }, event: reminderKey(owed), reminder: owed.kind }
  switch (owed.kind) {
    case 'deadline': {
      const judged = world.standings.find(({ holding }) => holding.id === owed.subject)
      const mail = judged && deadlineMail(judged, owed.stage)
      if (mail) await queueMail(tx, deps, { ...whom, template: 'reminder-deadline', data: mail })
      return mail !== undefined
    }
    case 'card': {
      const card = world.state.cards.find(({ cardId }) => cardId === owed.subject)
      const stored = world.person.cards.find(({ id }) => id === owed.subject)
      if (!card || !stored) return false
      const data = {
        name: stored.type.toUpperCase().replaceAll('-', '/'),
        validThrough: formatDay(card.validThrough),
        expired: owed.stage === 'expired',
      }
      await queueMail(tx, deps, { ...whom, template: 'reminder-card', data })
      return true
    }
    case 'evidence': {
      const evidence = world.evidence.find(({ id }) => id === owed.subject)
      if (!evidence) return false
      const data = { title: evidence.title, filedOn: evidence.filedOn }
      await queueMail(tx, deps, { ...whom, template: 'reminder-evidence', data })
      return true
    }
    case 'pace': {
      if (!world.plan || !world.state.plan) return false
      const { planned, done } = world.plan.pace
      const data = { weeks: Math.max(1, world.state.plan.weeksBehind), plannedHours: planned, doneHours: done }
      await queueMail(tx, deps, { ...whom, template: 'reminder-pace', data })
      return true
    }
    case 'plan': {
      const titles = (world.plan?.broken ?? []).flatMap(({ holdingId }) => {
        const judged = world.standings.find(({ holding }) => holding.id === holdingId)
        return judged ? [titleOf(judged)] : []
      })
      await queueMail(tx, deps, { ...whom, template: 'reminder-plan', data: { titles } })
      return true
    }
  }
}

/** The credential as its body calls it. */
const titleOf = ({ pack }: HoldingStanding) => {
  const { body, credential } = pack.pack
  return { en: `${body.short}: ${credential.name.en}`, es: `${body.short}: ${credential.name.es}` }
}

type DeadlineMail = MailToQueue<'reminder-deadline'>['data']

function deadlineMail(judged: HoldingStanding, stage: string): DeadlineMail | undefined {
  const { standing, pack } = judged
  if (standing.expiresOn === null) return undefined
  return {
    title: titleOf(judged),
    stage,
    expiresOn: formatDay(standing.expiresOn),
    earnBy: dayText(standing.earnBy),
    fileFrom: dayText(standing.fileFrom),
    fileBy: dayText(standing.fileBy),
    canRenew: standing.canRenew === true,
    needed: standing.needed ?? ZERO,
    unit: { en: pack.pack.unit.plural.en, es: pack.pack.unit.plural.es },
  }
}
