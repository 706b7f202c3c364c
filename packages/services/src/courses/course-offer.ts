import type { Transaction } from '@gs/db'
import { type Amount, formatDay, type OrgId } from '@gs/domain'
import { type CourseOffer, offerFault } from '@gs/domain/courses'
import { command, read, refuse, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { loadPacks } from '../standings/packs.ts'
import { storedDay } from '../standings/stored-day.ts'

/** An offer as it is stored and sent. */
export interface StoredOffer {
  /** Thousandths of the currency. */
  readonly price: number
  readonly availableFrom: string | null
  readonly availableUntil: string | null
  readonly card: { readonly type: string; readonly months: number } | null
}

export interface CourseOfferPage {
  readonly offer: StoredOffer
  /** The cards that the rules of the organisation ask for: no other has a use. */
  readonly cardTypes: readonly string[]
}

/** On what terms a course can be had, for authors. Refuses with `course.unknown`. */
export async function readCourseOffer(
  ctx: ServiceContext,
  { courseId }: { readonly courseId: string },
): Promise<CourseOfferPage> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'courses.read'), async (tx) => ({
    offer: await requireOffer(tx, { orgId, courseId, lock: false }),
    cardTypes: await cardTypesOf(tx, ctx),
  }))
}

export interface OfferChange {
  readonly courseId: string
  /** The offer that the author saw: another one by now is not overwritten. */
  readonly seen: CourseOffer
  readonly offer: CourseOffer
  readonly key: string
}

/**
 * Changes on what terms a course can be had; plans that are asked for from now on reckon with it. Refuses with
 * `course.unknown`, `offer.stale` (412: somebody else has changed it since) and `offer.` with what makes no sense.
 */
export async function setCourseOffer(
  ctx: ServiceContext,
  input: OfferChange,
): Promise<{ readonly offer: StoredOffer }> {
  const { orgId } = ctx.actor
  const { courseId, key } = input
  const [seen, offer] = [storedOffer(input.seen), storedOffer(input.offer)]
  const body = { courseId, seen, offer }
  return command(ctx, { scope: scopeFor(ctx, 'courses.write'), name: 'courses.offer', key, body }, async (door) => {
    const { tx } = door
    const before = await requireOffer(tx, { orgId, courseId, lock: true })
    if (JSON.stringify(before) !== JSON.stringify(seen)) throw refuse('stale', 'offer.stale')
    const fault = offerFault(input.offer, await cardTypesOf(tx, ctx))
    if (fault) throw refuse('invalid', `offer.${fault}`, { field: fault })
    await tx.client.query(
      `update courses set price_thousandths = $3, available_from = $4, available_until = $5, card_type = $6, card_months = $7
        where org_id = $1 and id = $2`,
      [
        ...[orgId, courseId, offer.price, offer.availableFrom, offer.availableUntil],
        ...[offer.card?.type ?? null, offer.card?.months ?? null],
      ],
    )
    door.audit({
      id: ctx.ids.next(),
      action: 'course.offer-changed',
      subjectKind: 'course',
      subjectId: courseId,
      before,
      after: offer,
    })
    return { offer }
  })
}

/** Always in this order of fields, so that two of them compare as text. */
const storedOffer = ({ price, availableFrom, availableUntil, card }: CourseOffer): StoredOffer => ({
  price,
  availableFrom: availableFrom === null ? null : formatDay(availableFrom),
  availableUntil: availableUntil === null ? null : formatDay(availableUntil),
  card: card === null ? null : { type: card.type, months: card.months },
})

interface OfferRow {
  readonly price: number
  readonly from: string | null
  readonly until: string | null
  readonly type: string | null
  readonly months: number | null
}

async function requireOffer(
  tx: Transaction,
  { orgId, courseId, lock }: { readonly orgId: OrgId; readonly courseId: string; readonly lock: boolean },
): Promise<StoredOffer> {
  const { rows } = await tx.client.query<OfferRow>(
    `select price_thousandths as price, available_from as "from", available_until as until, card_type as type, card_months as months
      from courses where org_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
    [orgId, courseId],
  )
  const row = rows[0]
  if (!row) throw refuse('not-found', 'course.unknown')
  const { price, from, until, type, months } = row
  return storedOffer({
    price: price as Amount,
    availableFrom: from === null ? null : storedDay(from),
    availableUntil: until === null ? null : storedDay(until),
    card: type === null || months === null ? null : { type, months },
  })
}

async function cardTypesOf(tx: Transaction, { actor, clock }: ServiceContext): Promise<readonly string[]> {
  const packs = await loadPacks(tx, actor.orgId, clock.today())
  return [...new Set([...packs.values()].flatMap(({ cards }) => cards.map(({ rule }) => rule.type)))].sort()
}
