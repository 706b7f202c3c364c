import { type Database, type Transaction, withCommand, withRead } from '@gs/db'
import type { OrgId, PersonId } from '@gs/domain'
import { REMINDER_KINDS } from '@gs/domain/notifications'
import { z } from 'zod'
import { systemScope } from '../kernel/index.ts'
import type { Clock, Ids, Logger, Mailer } from '../ports.ts'
import { type ComposedMail, LOCALES, type MailFrame } from './mail-text.ts'
import { isMailTemplate, renderMail } from './templates.ts'
import { unsubscribePath, unsubscribeToken } from './unsubscribe-token.ts'

export interface MailDeps {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly logger: Logger
  /** Nothing: mails are kept and not sent. */
  readonly mailer: Mailer | undefined
  readonly urls: MailFrame['urls']
  /** Seals the links by which reminders are switched off. */
  readonly secret: string
}

const MailJob = z.strictObject({
  orgId: z.uuid(),
  template: z.string().refine(isMailTemplate, 'mail.template'),
  event: z.string().min(1).max(200),
  to: z.union([z.strictObject({ personId: z.uuid() }), z.strictObject({ email: z.string().max(320) })]),
  locale: z.enum(LOCALES).optional(),
  reminder: z.enum(REMINDER_KINDS).optional(),
  data: z.unknown(),
})
type MailJob = z.infer<typeof MailJob>

interface Recipient {
  readonly email: string
  readonly givenName: string
  readonly locale: 'en' | 'es' | null
  readonly orgName: string
  /** Has switched this kind of reminder off since it was owed. */
  readonly declined: boolean
}

interface Kept {
  readonly id: string
  /** Whether this call is the one that may send it. */
  readonly mine: boolean
}

/**
 * Handles a job `mail`: writes the mail, keeps it (one row for template, event and recipient) and sends it at most once.
 * The attempt is committed before the server is spoken to; a server that refuses takes the attempt back and the job is
 * tried again, a crash in between leaves it attempted, visible in the console, and not sent twice.
 */
export async function deliverMail(deps: MailDeps, data: unknown): Promise<void> {
  const job = MailJob.parse(data)
  const scope = systemScope(job.orgId as OrgId)
  const recipient = await withRead(deps.database, scope, (tx) => findRecipient(tx, job))
  if (!recipient) {
    deps.logger.warn({ template: job.template, event: job.event }, 'mail without a recipient')
    return
  }
  const { orgName, givenName, email } = recipient
  if (recipient.declined) return
  const locale = job.locale ?? recipient.locale ?? 'en'
  if (!isMailTemplate(job.template)) return
  const unsubscribe = unsubscribeAddress(deps, job)
  const mail = renderMail(job.template, job.data, { locale, orgName, givenName, urls: deps.urls, unsubscribe })
  const kept = await keep(deps, job, { email, mail })
  if (!deps.mailer || !kept.mine) return
  try {
    await deps.mailer.send({ to: email, ...mail, unsubscribe })
  } catch (error) {
    await note(deps, job, { kept, action: 'mail.failed', set: 'attempted_at = null' })
    throw error
  }
  await note(deps, job, { kept, action: 'mail.sent', set: 'sent_at = now()' })
}

function unsubscribeAddress({ secret, urls }: MailDeps, { orgId, to, reminder }: MailJob): string | undefined {
  if (reminder === undefined || !('personId' in to)) return undefined
  return `${urls.web}${unsubscribePath(unsubscribeToken(secret, { orgId: orgId as OrgId, personId: to.personId as PersonId, kind: reminder }))}`
}

async function findRecipient(tx: Transaction, job: MailJob): Promise<Recipient | undefined> {
  const values = 'personId' in job.to ? [job.orgId, job.to.personId, job.reminder ?? null] : [job.orgId, job.to.email]
  const text =
    'personId' in job.to
      ? `select p.email, p.given_name as "givenName", p.locale, o.name as "orgName",
           exists (select 1 from reminder_optouts r where r.org_id = p.org_id and r.person_id = p.id and r.kind = $3) as declined
         from people p join organizations o on o.org_id = p.org_id where p.org_id = $1 and p.id = $2`
      : `select $2::text as email, coalesce(p.given_name, '') as "givenName", p.locale, o.name as "orgName", false as declined
         from organizations o left join people p on p.org_id = o.org_id and p.email = lower($2) where o.org_id = $1`
  const { rows } = await tx.client.query<Recipient>(text, values)
  return rows[0]
}

/** Keeps the mail and claims its one attempt, where it is to be sent. A body that is sent is not kept: it holds links. */
function keep(deps: MailDeps, job: MailJob, { email, mail }: { email: string; mail: ComposedMail }): Promise<Kept> {
  const sends = deps.mailer !== undefined
  return runCommand(deps, job, { name: 'notifications.keep-mail', action: 'mail.written' }, async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      `insert into kept_mails as k (org_id, id, recipient, kind, event_key, subject_line, body_text, body_html, attempted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9 then now() end)
       on conflict (org_id, kind, event_key, recipient) do update set attempted_at = now()
         where $9 and k.attempted_at is null and k.sent_at is null
       returning id`,
      [
        job.orgId,
        deps.ids.next(),
        email,
        job.template,
        job.event,
        mail.subject,
        sends ? '' : mail.text,
        sends ? '' : mail.html,
        sends,
      ],
    )
    return { id: rows[0]?.id ?? '', mine: rows[0] !== undefined }
  })
}

interface Noting {
  readonly kept: Kept
  readonly action: string
  readonly set: 'attempted_at = null' | 'sent_at = now()'
}

async function note(deps: MailDeps, job: MailJob, { kept, action, set }: Noting): Promise<void> {
  await runCommand(deps, job, { name: 'notifications.note-mail', action }, async (tx) => {
    await tx.client.query(`update kept_mails set ${set} where org_id = $1 and id = $2`, [job.orgId, kept.id])
    return {}
  })
}

function runCommand<T>(
  deps: MailDeps,
  job: MailJob,
  { name, action }: { readonly name: string; readonly action: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const command = {
    ...systemScope(job.orgId as OrgId),
    name,
    key: deps.ids.next(),
    body: { template: job.template, event: job.event },
    knownOn: deps.clock.today(),
  }
  return withCommand(deps.database, command, async ({ tx, audit }) => {
    audit({
      id: deps.ids.next(),
      action,
      subjectKind: 'mail',
      subjectId: `${job.template}:${job.event}`,
      personId: 'personId' in job.to ? (job.to.personId as PersonId) : undefined,
    })
    return work(tx)
  })
}
