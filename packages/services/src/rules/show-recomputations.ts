import type { Words } from '@gs/domain/rules'
import { read, type ServiceContext, scopeFor } from '../kernel/index.ts'

/** A new version on its way through the holdings that it judges; instants as ISO text. */
export interface RecomputationSeen {
  readonly id: string
  readonly packId: string
  readonly version: number
  readonly credential: Words
  readonly people: number
  readonly done: number
  readonly holdings: number
  /** Standings of which something that people see is different now. */
  readonly changed: number
  readonly startedAt: string
  readonly finishedAt: string | null
}

/** Recomputations that run, and those that ended within a day; the newest first. */
export const showRecomputations = (ctx: ServiceContext): Promise<readonly RecomputationSeen[]> =>
  read(ctx, scopeFor(ctx, 'packs.read'), async ({ client }) => {
    const { rows } = await client.query<RecomputationSeen>({
      name: 'recomputations-seen',
      text: `select r.id, r.pack_id as "packId", r.version, k.body -> 'credential' -> 'name' as credential, r.people, r.done,
          r.holdings, r.changed, to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
          to_char(r.finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt"
        from recomputations r join rule_packs k on k.org_id = r.org_id and k.pack_id = r.pack_id and k.version = r.version
        where r.org_id = $1 and (r.finished_at is null or r.finished_at > clock_timestamp() - interval '1 day')
        order by r.started_at desc, r.id`,
      values: [ctx.actor.orgId],
    })
    return rows
  })
