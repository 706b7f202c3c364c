import type { Words } from '@gs/domain/rules'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { loadCredentialNames } from '../standings/index.ts'

/** One of the actor's own holdings as it was stated; days 'YYYY-MM-DD'. */
export interface OwnHolding {
  readonly id: string
  readonly credential: string
  readonly name: Words
  readonly body: string
  readonly certifiedOn: string
  readonly cycleStart: string | null
  readonly expiresOn: string | null
  readonly number: string | null
  readonly hasFile: boolean
  readonly state: 'declared' | 'confirmed' | 'refused' | 'ended'
  /** The day on which it was declared, confirmed, refused or ended. */
  readonly since: string
  /** Why it was refused or ended, in the words of whoever did. */
  readonly reason: string | null
}

/** What the actor holds and declared, with what became of it; what was withdrawn or edited away is left out. */
export const listOwnHoldings = (ctx: ServiceContext): Promise<readonly OwnHolding[]> =>
  read(ctx, ownScope(ctx), async (tx) => {
    const names = await loadCredentialNames(tx, ctx.actor.orgId)
    const { rows } = await tx.client.query<Omit<OwnHolding, 'name'>>({
      name: 'holdings-own',
      text: `select h.id, h.credential_code as credential, c.body, h.issued_on as "certifiedOn",
          h.facts ->> 'cycleStart' as "cycleStart", h.facts ->> 'expiresOn' as "expiresOn", h.number,
          h.file_id is not null as "hasFile", coalesce(h.end_kind, h.source) as state,
          coalesce(h.end_known_on, h.confirmed_on, h.known_on) as since, h.end_reason as reason
        from holdings h join credentials c on c.org_id = h.org_id and c.code = h.credential_code
        where h.org_id = $1 and h.person_id = $2 and coalesce(h.end_kind, '') not in ('withdrawn', 'replaced')
        order by h.ended_on is not null, c.body, h.credential_code, h.created_at desc`,
      values: [ctx.actor.orgId, ctx.actor.personId],
    })
    return rows.map((row) => ({ ...row, name: names(row.credential) }))
  })
