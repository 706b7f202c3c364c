import { reaches, reachOf } from '@gs/domain/organizations'
import { command, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'

/** Takes an open invitation back: its link no longer works. Refuses with `invitation.unknown` where none is open. */
export async function withdrawInvitation(
  ctx: ServiceContext,
  input: { readonly key: string; readonly invitationId: string },
): Promise<Record<string, never>> {
  const scope = scopeFor(ctx, 'people.manage')
  const { orgId } = ctx.actor
  const call = { scope, name: 'organizations.withdraw-invitation', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    const { rows } = await tx.client.query<{ path: string }>(
      `select u.path from invitations i join units u on u.org_id = i.org_id and u.id = i.unit_id
       where i.org_id = $1 and i.id = $2 and i.accepted_at is null and i.withdrawn_at is null for update of i`,
      [orgId, input.invitationId],
    )
    const found = rows[0]
    if (!found || !reaches(reachOf(ctx.actor.grants, 'people.manage'), found.path))
      throw refuse('not-found', 'invitation.unknown')
    await tx.client.query('update invitations set withdrawn_at = now() where org_id = $1 and id = $2', [
      orgId,
      input.invitationId,
    ])
    audit({
      id: ctx.ids.next(),
      action: 'invitation.withdrawn',
      subjectKind: 'invitation',
      subjectId: input.invitationId,
    })
    return {}
  })
}
