import type { PersonId } from '@gs/domain'
import { read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { recompute } from './approve-renewal.ts'
import type { Arithmetic } from './arithmetic.ts'
import { type RenewalView, renewalHistory } from './renewal-history.ts'

export interface RenewalForReview {
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  /** Whether the actor may decide on it; nobody decides for themselves. */
  readonly own: boolean
  readonly renewal: RenewalView
  /** The sums as of the day of the application, as known now; null once it is decided. */
  readonly now: Arithmetic | null
  /** Whether `now` says something else than the application did. */
  readonly changed: boolean
  readonly history: readonly RenewalView[]
}

/** One application with its arithmetic computed anew. Refuses with `renewal.unknown` where the reach ends. */
export function showRenewal(
  ctx: ServiceContext,
  { renewalId }: { readonly renewalId: string },
): Promise<RenewalForReview> {
  return read(ctx, scopeFor(ctx, 'renewals.decide'), async (tx) => {
    const { rows } = await tx.client.query<{ person_id: string }>({
      name: 'renewal-person',
      text: 'select person_id from renewals where org_id = $1 and id = $2',
      values: [ctx.actor.orgId, renewalId],
    })
    if (!rows[0]) throw refuse('not-found', 'renewal.unknown')
    const person = await requirePerson(tx, ctx.actor.orgId, rows[0].person_id)
    const all = await renewalHistory(tx, { orgId: ctx.actor.orgId, personId: person.personId })
    const renewal = all.find((each) => each.renewalId === renewalId)
    if (!renewal) throw refuse('not-found', 'renewal.unknown')
    const now =
      renewal.status === 'applied'
        ? (await recompute(ctx, tx, { ...renewal, personId: person.personId as PersonId })).arithmetic
        : null
    return {
      person: { id: person.personId, name: `${person.givenName} ${person.familyName}`, email: person.email },
      own: person.personId === ctx.actor.personId,
      renewal,
      now,
      changed: now !== null && sumsOf(now) !== sumsOf(renewal.arithmetic),
      history: all.filter((each) => each.renewalId !== renewalId && each.holdingId === renewal.holdingId),
    }
  })
}

const sumsOf = ({ required, counted, canRenew, lines }: Arithmetic): string =>
  JSON.stringify([required, counted, canRenew, lines.map(({ source, amount }) => [source.id, amount])])
