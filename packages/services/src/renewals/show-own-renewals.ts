import type { Transaction } from '@gs/db'
import { formatDay, type OrgId } from '@gs/domain'
import { ownScope, read, type ServiceContext } from '../kernel/index.ts'
import { standingsOf } from '../standings/index.ts'
import { type Arithmetic, arithmeticOf } from './arithmetic.ts'
import { type RenewalView, renewalHistory } from './renewal-history.ts'

/** A holding that has terms, with the sums of today. */
export interface RenewableHolding {
  readonly holdingId: string
  readonly credential: string
  /** What the credential is called. */
  readonly name: string
  readonly expiresOn: string | null
  readonly arithmetic: Arithmetic
}

export interface OwnRenewals {
  readonly today: string
  readonly holdings: readonly RenewableHolding[]
  readonly history: readonly RenewalView[]
}

/** The actor's holdings that can be renewed now or one day, and every application made so far. */
export function showOwnRenewals(ctx: ServiceContext): Promise<OwnRenewals> {
  const { orgId, personId } = ctx.actor
  const today = ctx.clock.today()
  return read(ctx, ownScope(ctx), async (tx) => {
    const { person, standings } = await standingsOf(tx, { orgId, personId, asOf: today })
    const names = await namesOf(tx, orgId)
    const holdings = standings
      .filter(({ standing }) => standing.cycle !== null)
      .map((judged): RenewableHolding => {
        const arithmetic = arithmeticOf(judged, { person, asOf: today, knownAt: today })
        const { id: holdingId, credential } = judged.holding
        return {
          holdingId,
          credential,
          name: names.get(credential) ?? credential,
          expiresOn: arithmetic.cycle?.to ?? null,
          arithmetic,
        }
      })
    return {
      today: formatDay(today),
      holdings,
      history: await renewalHistory(tx, { orgId, personId }),
    }
  })
}

async function namesOf(tx: Transaction, orgId: OrgId): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.client.query<{ code: string; name: string }>({
    name: 'credential-names',
    text: 'select code, name from credentials where org_id = $1',
    values: [orgId],
  })
  return new Map(rows.map(({ code, name }) => [code, name]))
}
