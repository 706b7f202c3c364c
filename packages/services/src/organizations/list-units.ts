import { reaches, reachOf } from '@gs/domain/organizations'
import { reachFor, read, type ServiceContext } from '../kernel/index.ts'
import type { UnitRow } from './units.ts'

export interface UnitLine {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  /** 0 for the organisation itself. */
  readonly depth: number
  /** People in this unit itself. */
  readonly people: number
  /** People in it and below it. */
  readonly peopleBelow: number
}

/** The units that the actor manages, as a tree laid flat: each before those below it, in the order of their names. */
export async function listUnits(ctx: ServiceContext): Promise<UnitLine[]> {
  const reach = reachOf(ctx.actor.grants, 'people.manage')
  const rows = await read(ctx, reachFor(ctx, 'people.manage'), async (tx) => {
    const result = await tx.client.query<UnitRow & { people: number; peopleBelow: number }>(
      `with members as (select unit_path, count(*)::int as people from people where org_id = $1 group by unit_path)
       select u.id, u.parent_id as "parentId", u.name, u.path,
         coalesce((select m.people from members m where m.unit_path = u.path), 0) as people,
         coalesce((select sum(m.people) from members m where m.unit_path ^@ u.path), 0)::int as "peopleBelow"
       from units u where u.org_id = $1 order by u.name, u.id`,
      [ctx.actor.orgId],
    )
    return result.rows
  })
  const seen = rows.filter((row) => reaches(reach, row.path))
  const ids = new Set(seen.map((row) => row.id))
  const tops = seen.filter((row) => row.parentId === null || !ids.has(row.parentId))
  const laidFlat = (row: (typeof seen)[number], depth: number): UnitLine[] => [
    { id: row.id, parentId: row.parentId, name: row.name, depth, people: row.people, peopleBelow: row.peopleBelow },
    ...seen.filter((other) => other.parentId === row.id).flatMap((other) => laidFlat(other, depth + 1)),
  ]
  return tops.flatMap((row) => laidFlat(row, 0))
}
