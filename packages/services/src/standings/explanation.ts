import type { Transaction } from '@gs/db'
import { type Day, earlierDay, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { reaches, reachOf } from '@gs/domain/organizations'
import type { Words } from '@gs/domain/rules'
import { ownScope, reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { judgedOn, type When } from './as-of.ts'
import { credentialNames } from './credential-names.ts'
import { type Explained, explainedOf } from './explained.ts'
import { judgeHolding } from './judge-holding.ts'
import { loadPersonFacts } from './load-facts.ts'
import { type Lineages, loadLineages } from './packs.ts'
import type { PersonFacts } from './person-facts.ts'
import { seenOn } from './seen-on.ts'

export interface HoldingExplanation {
  readonly holdingId: string
  readonly person: { readonly id: string; readonly name: string }
  readonly credential: { readonly code: string; readonly name: Words; readonly body: string }
  readonly asOf: string
  readonly knownAt: string
  readonly today: string
  /** Since when the organisation knows of the holding. */
  readonly knownSince: string
  /** null: the holding was not there on that day, as known on the other. */
  readonly explained: Explained | null
}

export interface ExplainHolding {
  readonly holdingId: string
  /** The day that is asked about; default: today where the body keeps its days. */
  readonly asOf?: Day | undefined
  /** What was known on which day; default: `asOf`, and not later than today. */
  readonly knownAt?: Day | undefined
}

/** One's own holding on a day, as known on a day. Refusals: `holding.unknown`, `day.in-future` (at `knownAt`). */
export const explainOwnHolding = (ctx: ServiceContext, asked: ExplainHolding): Promise<HoldingExplanation> =>
  read(ctx, ownScope(ctx), (tx) => explanationOf(ctx, tx, { ...asked, owner: ctx.actor.personId }))

/** As `explainOwnHolding`, of somebody in reach; with the ledger where the reader's role reaches it. */
export const explainHoldingOf = (
  ctx: ServiceContext,
  asked: ExplainHolding & { readonly personId: PersonId },
): Promise<HoldingExplanation> =>
  read(ctx, reachFor(ctx, 'people.read'), (tx) => explanationOf(ctx, tx, { ...asked, owner: asked.personId }))

type Asked = ExplainHolding & { readonly owner: PersonId }

/** The days asked about, or now. */
function whenOf({ clock }: ServiceContext, { asOf, knownAt }: ExplainHolding): When {
  const today = clock.today()
  if (knownAt !== undefined && knownAt > today) throw refuse('unprocessable', 'day.in-future', { field: 'knownAt' })
  return asOf === undefined ? { asOf: clock, knownAt } : { asOf, knownAt: knownAt ?? earlierDay(asOf, today) }
}

async function explanationOf(ctx: ServiceContext, tx: Transaction, asked: Asked): Promise<HoldingExplanation> {
  const { orgId } = ctx.actor
  const when = whenOf(ctx, asked)
  const head = await headOf(tx, { orgId, ...asked })
  const lineages = await loadLineages(tx, orgId)
  const stored = await loadPersonFacts(tx, { orgId, personId: asked.owner })
  const { at, judged, person, knownSince } = find(stored, { holdingId: asked.holdingId, lineages, when })
  const own = asked.owner === ctx.actor.personId
  const mayReadLedger = own || reaches(reachOf(ctx.actor.grants, 'ledger.read'), head.unitPath)
  return {
    holdingId: asked.holdingId,
    person: head.person,
    credential: { ...head.credential, name: credentialNames(lineages)(head.credential.code) },
    asOf: formatDay(at.asOf),
    knownAt: formatDay(at.knownAt),
    today: formatDay(ctx.clock.today()),
    knownSince,
    explained: judged && explainedOf(judged, { person, lineages, at, mayReadLedger }),
  }
}

interface Head {
  readonly person: HoldingExplanation['person']
  readonly credential: { readonly code: string; readonly body: string }
  readonly unitPath: string
}

async function headOf(
  tx: Transaction,
  { orgId, owner, holdingId }: Pick<Asked, 'owner' | 'holdingId'> & { readonly orgId: OrgId },
): Promise<Head> {
  const { rows } = await tx.client.query<Head>({
    name: 'explanation-head',
    text: `select jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) as person,
        jsonb_build_object('code', c.code, 'body', c.body) as credential, p.unit_path as "unitPath"
      from holdings h join people p on p.org_id = h.org_id and p.id = h.person_id
        join credentials c on c.org_id = h.org_id and c.code = h.credential_code
      where h.org_id = $1 and h.person_id = $2 and h.id = $3`,
    values: [orgId, owner, holdingId],
  })
  const head = rows[0]
  if (!head) throw refuse('not-found', 'holding.unknown')
  return head
}

interface Finding {
  readonly holdingId: string
  readonly lineages: Lineages
  readonly when: When
}

function find(stored: PersonFacts, { holdingId, lineages, when }: Finding) {
  const known = stored.holdings.find((each) => each.id === holdingId)
  if (!known) throw refuse('not-found', 'holding.unknown')
  const at = judgedOn(when, lineages.get(known.packId))
  const person = seenOn(stored, at)
  const holding = person.holdings.find((each) => each.id === holdingId)
  const judged = holding ? judgeHolding(holding, person, { lineages, ...at }) : null
  return { at, judged, person, knownSince: known.knownOn }
}
