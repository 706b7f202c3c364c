import type { Transaction } from '@gs/db'
import { formatDay } from '@gs/domain'
import type { ServiceContext } from '../kernel/index.ts'
import type { Arithmetic } from './arithmetic.ts'
import type { RenewalRow } from './lock-renewal.ts'

export interface RenewalDecision {
  readonly outcome: 'approved' | 'refused'
  readonly reasonCode: string | null
  readonly note: string | null
  /** The sums on which it rests. */
  readonly arithmetic: Arithmetic
}

/** Writes the decision on an application; decisions are never changed. */
export async function insertDecision(
  ctx: ServiceContext,
  tx: Transaction,
  { renewal, decision }: { readonly renewal: RenewalRow; readonly decision: RenewalDecision },
): Promise<string> {
  const decisionId = ctx.ids.next()
  await tx.client.query({
    name: 'renewal-decision',
    text: `insert into decisions (org_id, id, person_id, subject_kind, subject_id, outcome, reason_code, note, facts, decided_by, decided_on)
      values ($1, $2, $3, 'renewal', $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      ctx.actor.orgId,
      decisionId,
      renewal.personId,
      renewal.id,
      decision.outcome,
      decision.reasonCode,
      decision.note,
      JSON.stringify(decision.arithmetic),
      ctx.actor.personId,
      formatDay(ctx.clock.today()),
    ],
  })
  return decisionId
}
