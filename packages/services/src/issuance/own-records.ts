import { ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { RECORD_COLUMNS, type RecordView, type StoredRecord, viewOf } from './record-view.ts'

/** Every record that was issued to the actor, newest first. */
export function listOwnRecords(ctx: ServiceContext): Promise<readonly RecordView[]> {
  return read(ctx, ownScope(ctx), async ({ client }) => {
    const { rows } = await client.query<StoredRecord>({
      name: 'records-own',
      text: `select ${RECORD_COLUMNS} from records r join organizations o on o.org_id = r.org_id
        where r.org_id = $1 and r.person_id = $2 order by r.issued_on desc, r.created_at desc, r.id`,
      values: [ctx.actor.orgId, ctx.actor.personId],
    })
    return rows.map((row) => viewOf(row, ctx.clock))
  })
}

/** One record of the actor. Refuses with `record.unknown` for everybody else's. */
export function showOwnRecord(ctx: ServiceContext, { recordId }: { readonly recordId: string }): Promise<RecordView> {
  return read(ctx, ownScope(ctx), async ({ client }) => {
    const { rows } = await client.query<StoredRecord>({
      name: 'record-own',
      text: `select ${RECORD_COLUMNS} from records r join organizations o on o.org_id = r.org_id
        where r.org_id = $1 and r.person_id = $2 and r.id = $3`,
      values: [ctx.actor.orgId, ctx.actor.personId, recordId],
    })
    if (!rows[0]) throw refuse('not-found', 'record.unknown')
    return viewOf(rows[0], ctx.clock)
  })
}
