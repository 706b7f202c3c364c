import { openHouse } from './house.ts'

/** The day of the house that the specs share; a spec that needs other days opens one of its own. */
export const TODAY = '2026-11-20'

/** One house for all specs of a run. */
export default async function setup(): Promise<() => Promise<void>> {
  const house = await openHouse({ today: TODAY })
  process.env.E2E_WEB = house.web
  process.env.E2E_ADMIN = house.admin
  return house.close
}
