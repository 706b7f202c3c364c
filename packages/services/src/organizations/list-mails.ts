import { read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'

export interface MailLine {
  readonly id: string
  readonly recipient: string
  /** The template, such as `invitation`. */
  readonly kind: string
  readonly createdAt: string
  /** `kept`: no mail server is set; `uncertain`: attempted, and its end was not seen. */
  readonly state: 'kept' | 'sent' | 'uncertain'
}

export interface ReadableMail extends MailLine {
  readonly subject: string
  readonly text: string
}

export const MAILS_A_PAGE = 50

interface Row extends Omit<MailLine, 'createdAt'> {
  readonly createdAt: Date
}

const LINE = `m.id, m.recipient, m.kind, m.created_at as "createdAt",
  case when m.sent_at is not null then 'sent' when m.attempted_at is not null then 'uncertain' else 'kept' end as state`

/** The mails of the organisation, the newest first; whether their bodies may be read here. */
export async function listMails(
  ctx: ServiceContext,
  { page }: { readonly page: number },
): Promise<{ mails: MailLine[]; total: number; bodies: boolean }> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'mail.read'), async (tx) => {
    const counted = await tx.client.query<{ total: number; isDemo: boolean }>(
      `select (select count(*)::int from kept_mails where org_id = $1) as total, is_demo as "isDemo"
       from organizations where org_id = $1`,
      [orgId],
    )
    const listed = await tx.client.query<Row>(
      `select ${LINE} from kept_mails m where m.org_id = $1 order by m.created_at desc, m.id limit $2 offset $3`,
      [orgId, MAILS_A_PAGE, (page - 1) * MAILS_A_PAGE],
    )
    return {
      mails: listed.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      total: counted.rows[0]?.total ?? 0,
      bodies: ctx.mailBodies === true && counted.rows[0]?.isDemo === true,
    }
  })
}

/**
 * A mail with its text, which may hold a link that signs in: only in a demo organisation on this machine.
 * Refuses with `mail.unknown` everywhere else.
 */
export async function readMail(ctx: ServiceContext, mailId: string): Promise<ReadableMail> {
  const scope = scopeFor(ctx, 'mail.read')
  if (!ctx.mailBodies) throw refuse('not-found', 'mail.unknown')
  return read(ctx, scope, async (tx) => {
    const { rows } = await tx.client.query<Row & { subject: string; text: string }>(
      `select ${LINE}, m.subject_line as subject, m.body_text as text from kept_mails m
       join organizations o on o.org_id = m.org_id where m.org_id = $1 and m.id = $2 and o.is_demo`,
      [ctx.actor.orgId, mailId],
    )
    const mail = rows[0]
    if (!mail) throw refuse('not-found', 'mail.unknown')
    return { ...mail, createdAt: mail.createdAt.toISOString() }
  })
}
