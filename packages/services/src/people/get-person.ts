import { type Day, formatDay, type PersonId } from '@gs/domain'
import { smallestChange } from '@gs/domain/credentials'
import type { TraceLine, Words } from '@gs/domain/rules'
import { reachFor, read, refuse, type ServiceContext } from '../kernel/index.ts'
import { type StandingBrief, standingBrief } from '../standings/brief.ts'
import { standingsOf } from '../standings/index.ts'

export interface PersonPage {
  readonly person: PersonHead
  readonly asOf: string
  readonly holdings: readonly HoldingSeen[]
  readonly cards: readonly CardSeen[]
}

export interface PersonHead {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly status: 'active' | 'suspended'
  readonly since: string
  /** Names of the units from the highest down. */
  readonly units: readonly string[]
  /** The reader's own page: staff decides nothing about themselves. */
  readonly own: boolean
}

export interface HoldingSeen extends StandingBrief {
  readonly issuedOn: string
  readonly source: 'confirmed' | 'declared'
  readonly cycleNumber: number
  readonly number: string | null
  /** The least that would make it renewable; null where nothing would, or where it is. */
  readonly change: Words | null
  readonly trace: readonly TraceLine[]
}

export interface CardSeen {
  readonly id: string
  readonly type: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validThrough: string | null
  readonly handsOn: boolean
  readonly knownOn: string
}

const HEAD = `select p.id, p.given_name as "givenName", p.family_name as "familyName", p.email, p.status,
    to_char(p.created_at, 'YYYY-MM-DD') as since,
    coalesce((select jsonb_agg(u.name order by length(u.path)) from units u where u.org_id = p.org_id and p.unit_path ^@ u.path), '[]') as units
  from people p where p.org_id = $1 and p.id = $2`

/**
 * One person with every holding's standing and its reasons, on a day as known on that day (default: today).
 * Refusal: `person.unknown`, also where the person is out of reach.
 */
export async function getPerson(
  ctx: ServiceContext,
  { personId, asOf }: { personId: PersonId; asOf?: Day | undefined },
): Promise<PersonPage> {
  const { orgId } = ctx.actor
  return read(ctx, reachFor(ctx, 'people.read'), async (tx) => {
    const { rows } = await tx.client.query<PersonHead>({ name: 'person-head', text: HEAD, values: [orgId, personId] })
    const head = rows[0]
    if (!head) throw refuse('not-found', 'person.unknown')
    const { person, standings } = await standingsOf(tx, { orgId, personId, asOf: asOf ?? ctx.clock })
    const on = formatDay(asOf ?? ctx.clock.today())
    return {
      person: { ...head, own: personId === ctx.actor.personId },
      asOf: on,
      holdings: standings.map((each) => ({
        ...standingBrief(each),
        issuedOn: each.holding.issuedOn,
        source: each.holding.source,
        cycleNumber: each.holding.cycles.at(-1)?.number ?? 1,
        number: each.holding.number,
        change: smallestChange(each.pack, each.facts, each.at)?.words ?? null,
        trace: each.trace(),
      })),
      cards: person.cards.filter((card) => card.knownOn <= on),
    }
  })
}
