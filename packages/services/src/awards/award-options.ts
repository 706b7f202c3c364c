import { formatDay, type PersonId } from '@gs/domain'
import { read, type ServiceContext, scopeFor } from '../kernel/index.ts'
import { requirePerson } from '../people/require-person.ts'
import { heldPacks } from '../reviews/held-packs.ts'
import type { PackRules } from '../reviews/pack-rules.ts'

export interface AwardOptions {
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  /** Nobody awards to themselves. */
  readonly own: boolean
  readonly packs: readonly PackRules[]
  /** The latest day on which something can have been completed. */
  readonly today: string
  /** Courses of the organisation with what they are worth to each pack. */
  readonly courses: readonly AwardableCourse[]
}

interface AwardableCourse {
  readonly code: string
  readonly title: string
  readonly credits: readonly { readonly packId: string; readonly category: string; readonly amount: number }[]
}

/** What the award desk offers for one person. Refusal: `person.unknown`. */
export async function awardOptions(ctx: ServiceContext, personId: PersonId): Promise<AwardOptions> {
  const { orgId } = ctx.actor
  return read(ctx, scopeFor(ctx, 'awards.write'), async (tx) => {
    const person = await requirePerson(tx, orgId, personId)
    const packs = await heldPacks(tx, { orgId, personId }, ctx.clock.today())
    const { rows } = await tx.client.query<AwardableCourse>({
      name: 'award-courses',
      text: `select c.code, coalesce((select v.body ->> 'title' from course_versions v
            where v.org_id = c.org_id and v.course_id = c.id order by v.version desc limit 1), c.code) as title,
          coalesce((select jsonb_agg(jsonb_build_object('packId', k.pack_id, 'category', k.category, 'amount', k.amount_thousandths))
            from course_credits k where k.org_id = c.org_id and k.course_id = c.id), '[]') as credits
        from courses c where c.org_id = $1 order by c.code`,
      values: [orgId],
    })
    return {
      person: { id: personId, name: `${person.givenName} ${person.familyName}`, email: person.email },
      own: personId === ctx.actor.personId,
      packs,
      today: formatDay(ctx.clock.today()),
      courses: rows,
    }
  })
}
