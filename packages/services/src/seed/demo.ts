import { withCommand } from '@gs/db'
import { organizations } from '@gs/db/schema'
import type { Day, OrgId } from '@gs/domain'
import { compilePack, type Pack } from '@gs/domain/rules'
import { type Deps, systemScope } from '../kernel/index.ts'
import { publishPacks } from '../rules/index.ts'
import { DEMO_PEOPLE, DEMO_UNITS, type DemoPerson, RIVAL, RIVAL_PEOPLE, ROOT } from './demo-people.ts'
import { makeUnits, placeNamed } from './places.ts'
import { addPopulation } from './population.ts'
import { publishCourses } from './publish-courses.ts'
import { chanceFrom } from './random.ts'
import { addSignIn, type DemoAccounts } from './sign-ins.ts'

export interface DemoOptions {
  readonly accounts: DemoAccounts
  readonly packs: readonly Pack[]
  /** Invented people beside the sign-ins. */
  readonly population: number
}

/** Makes both organisations of the demo in one transaction; a second call finds them and does nothing. */
export async function seedDemo(deps: Deps, options: DemoOptions): Promise<'seeded' | 'present'> {
  const { rows } = await deps.database.pool.query('select app.all_orgs() as id')
  if (rows.length > 0) return 'present'
  const today = deps.clock.today()
  await makeOrganisation(deps, options, {
    name: ROOT,
    slug: 'demo-academy',
    regions: DEMO_UNITS,
    people: DEMO_PEOPLE,
    population: options.population,
    today,
    seed: 20_260_101,
  })
  await makeOrganisation(deps, options, {
    name: RIVAL,
    slug: 'rival-gym',
    regions: [],
    people: RIVAL_PEOPLE,
    population: 25,
    today,
    seed: 7,
  })
  return 'seeded'
}

interface NewOrganisation {
  readonly name: string
  readonly slug: string
  readonly regions: typeof DEMO_UNITS
  readonly people: readonly DemoPerson[]
  readonly population: number
  readonly today: Day
  readonly seed: number
}

async function makeOrganisation(deps: Deps, options: DemoOptions, making: NewOrganisation): Promise<void> {
  const orgId = deps.ids.next() as OrgId
  const command = {
    ...systemScope(orgId),
    name: 'demo.seed',
    key: 'demo.seed',
    body: making.slug,
    knownOn: making.today,
  }
  await withCommand(deps.database, command, async ({ tx, audit }) => {
    await tx.db.insert(organizations).values({ orgId, name: making.name, slug: making.slug, isDemo: true })
    const places = await makeUnits(deps, tx, { ...making, orgId })
    await publishPacks(tx, { orgId, packs: options.packs, today: making.today })
    const courseIds = await publishCourses(deps, tx, { orgId, today: making.today })
    for (const person of making.people)
      await addSignIn(deps, tx, { orgId, person, places, accounts: options.accounts, courseIds })
    const clubs = [...places.values()].filter((place) => place.path.split('/').length === 4)
    const [first = placeNamed(places, making.name), ...rest] = clubs
    await addPopulation(
      tx,
      {
        chance: chanceFrom(making.seed),
        today: making.today,
        packs: new Map(options.packs.map((pack) => [pack.id, compilePack(pack)])),
        newId: deps.ids.next,
        reasons: true,
        place: { orgId, units: [first, ...rest] },
        firstNumber: 1,
      },
      making.population,
    )
    audit({ id: deps.ids.next(), action: 'demo.seeded', subjectKind: 'organisation', subjectId: orgId })
    return null
  })
}
