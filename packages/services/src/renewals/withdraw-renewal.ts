import { command, ownScope, refuse, type ServiceContext } from '../kernel/index.ts'

export interface WithdrawRenewal {
  readonly key: string
  readonly renewalId: string
}

/** The holder takes back an application that is not decided. Refusals: `renewal.unknown`, `renewal.decided` (409). */
export async function withdrawRenewal(ctx: ServiceContext, { key, renewalId }: WithdrawRenewal): Promise<null> {
  const call = { scope: ownScope(ctx), name: 'renewals.withdraw', key, body: { renewalId } }
  return command(ctx, call, async (door) => {
    const { rows } = await door.tx.client.query<{ status: string }>({
      name: 'renewal-own',
      text: 'select status from renewals where org_id = $1 and id = $2 for update',
      values: [ctx.actor.orgId, renewalId],
    })
    if (!rows[0]) throw refuse('not-found', 'renewal.unknown')
    if (rows[0].status !== 'applied') throw refuse('conflict', 'renewal.decided')
    await door.tx.client.query({
      name: 'renewal-withdraw',
      text: `update renewals set status = 'withdrawn' where org_id = $1 and id = $2`,
      values: [ctx.actor.orgId, renewalId],
    })
    door.audit({
      id: ctx.ids.next(),
      action: 'renewal.withdrawn',
      subjectKind: 'renewal',
      subjectId: renewalId,
      personId: ctx.actor.personId,
    })
    return null
  })
}
