import type { PersonId } from '@gs/domain'
import { command, ownScope, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'

/** Ends every session of somebody in this organisation; they may sign in again. Refuses with `person.unknown`. */
export async function endSessionsOf(
  ctx: ServiceContext,
  input: { readonly key: string; readonly personId: string },
): Promise<{ ended: number }> {
  const scope = scopeFor(ctx, 'people.manage')
  const call = { scope, name: 'organizations.end-sessions', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const person = await requirePerson(tx, ctx.actor.orgId, input.personId)
    const { rows } = await tx.client.query<{ ended: number }>('select app.end_sessions_of($1) as ended', [
      input.personId,
    ])
    const ended = rows[0]?.ended ?? 0
    audit({
      id: ctx.ids.next(),
      action: 'sessions.ended',
      subjectKind: 'person',
      subjectId: input.personId,
      personId: person.personId as PersonId,
      after: { ended },
    })
    return { ended }
  })
}

/** Which of the own sessions end: one, all others, or all and with them this one. */
export type OwnSessions = { readonly session: string } | 'others' | 'all'

/** Signs the own account out elsewhere, in both apps and every organisation. */
export async function endMySessions(
  ctx: ServiceContext,
  input: { readonly key: string; readonly which: OwnSessions },
): Promise<{ ended: number }> {
  const { personId, sessionId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'organizations.end-my-sessions', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const { which } = input
    const { rows } =
      typeof which === 'object'
        ? await tx.client.query<{ ended: number }>('select app.end_my_session($1) as ended', [which.session])
        : await tx.client.query<{ ended: number }>('select app.end_my_sessions($1) as ended', [
            which === 'others' ? sessionId : null,
          ])
    const ended = rows[0]?.ended ?? 0
    audit({
      id: ctx.ids.next(),
      action: 'sessions.ended',
      subjectKind: 'person',
      subjectId: personId,
      personId,
      after: { ended },
    })
    return { ended }
  })
}
