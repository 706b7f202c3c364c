import { reachFor, read, type ServiceContext } from '../kernel/index.ts'

/** The actions that the trail in reach holds, for its filter. */
export async function listActions(ctx: ServiceContext): Promise<readonly string[]> {
  return read(ctx, reachFor(ctx, 'trail.read'), async (tx) => {
    const { rows } = await tx.client.query<{ action: string }>({
      name: 'trail-actions',
      text: 'select distinct action from audit_events where org_id = $1 order by action',
      values: [ctx.actor.orgId],
    })
    return rows.map(({ action }) => action)
  })
}
