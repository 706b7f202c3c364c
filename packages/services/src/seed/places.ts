import type { Transaction } from '@gs/db'
import { units } from '@gs/db/schema'
import type { OrgId } from '@gs/domain'
import type { Deps } from '../kernel/index.ts'
import type { DEMO_UNITS } from './demo-people.ts'
import type { PlaceUnit } from './population.ts'

export interface UnitTree {
  readonly orgId: OrgId
  readonly name: string
  readonly regions: typeof DEMO_UNITS
}

export type Places = ReadonlyMap<string, PlaceUnit>

export function placeNamed(places: Places, name: string): PlaceUnit {
  const place = places.get(name)
  if (!place) throw new Error(`the demo has no unit ${name}`)
  return place
}

/** Makes a root, its regions and their clubs; answers them by name. */
export async function makeUnits(deps: Deps, tx: Transaction, { orgId, name, regions }: UnitTree): Promise<Places> {
  const places = new Map<string, PlaceUnit>()
  const add = async (name: string, parent?: PlaceUnit): Promise<PlaceUnit> => {
    const id = deps.ids.next()
    const place = { id, path: `${parent?.path ?? ''}${id}/` }
    await tx.db.insert(units).values({ orgId, id, parentId: parent?.id ?? null, name, path: place.path })
    places.set(name, place)
    return place
  }
  const root = await add(name)
  for (const { region, clubs } of regions) {
    const place = await add(region, root)
    for (const club of clubs) await add(club, place)
  }
  return places
}
