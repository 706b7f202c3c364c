import type { Transaction } from '@gs/db'
import { cards, courseOwnerships, cycles, holdings, people, roleGrants } from '@gs/db/schema'
import {
  addDays,
  addMonths,
  calendarOf,
  dayOf,
  endOfMonth,
  formatDay,
  laterDay,
  type OrgId,
  type PersonId,
} from '@gs/domain'
import type { Deps } from '../kernel/index.ts'
import { refreshStandings } from '../standings/index.ts'
import { type DemoPerson, TRAINER } from './demo-people.ts'
import { type Places, placeNamed } from './places.ts'

/** Makes the account of a sign-in (or finds it) and joins it to a person, in the same transaction. */
export interface DemoAccounts {
  join(tx: Transaction, member: { email: string; orgId: OrgId; personId: PersonId }): Promise<string>
}

export interface SignIn {
  readonly orgId: OrgId
  readonly person: DemoPerson
  readonly places: Places
  readonly accounts: DemoAccounts
  readonly courseIds: ReadonlyMap<string, string>
}

/** Adds a person of the demo who can sign in: with staff roles, or as a trainer certified this year. */
export async function addSignIn(
  deps: Deps,
  tx: Transaction,
  { orgId, person, places, accounts, courseIds }: SignIn,
): Promise<void> {
  const place = placeNamed(places, person.place)
  const personId = deps.ids.next() as PersonId
  await tx.db.insert(people).values({
    orgId,
    id: personId,
    accountId: await accounts.join(tx, { email: person.email, orgId, personId }),
    givenName: person.given,
    familyName: person.family,
    email: person.email,
    unitId: place.id,
    unitPath: place.path,
  })
  for (const role of person.roles)
    await tx.db
      .insert(roleGrants)
      .values({ orgId, id: deps.ids.next(), personId, role, unitId: place.id, unitPath: place.path })
  if (person.roles.length > 0) return
  await certify(deps, tx, { orgId, personId })
  if (person.email === TRAINER.email)
    for (const code of ['CES', 'PES'])
      await tx.db
        .insert(courseOwnerships)
        .values({ orgId, personId, courseId: courseIds.get(code) ?? '', since: deps.clock.today() })
}

/** How long ago the demo's trainers were certified, where the year is old enough. */
const DAYS_SINCE_CERTIFIED = 60

/** Certified this year, with the CPR/AED card that was handed in for it. */
async function certify(
  deps: Deps,
  tx: Transaction,
  { orgId, personId }: { orgId: OrgId; personId: PersonId },
): Promise<void> {
  const today = deps.clock.today()
  const newYear = dayOf(calendarOf(today).year, 1, 1) ?? today
  const aWhileAgo = addDays(today, -DAYS_SINCE_CERTIFIED)
  const issuedOn = laterDay(aWhileAgo, newYear)
  const expiresOn = addMonths(issuedOn, 24)
  const holdingId = deps.ids.next()
  await tx.db.insert(holdings).values({
    orgId,
    id: holdingId,
    personId,
    credentialCode: 'NASM-CPT',
    packId: 'nasm-cpt',
    issuedOn,
    source: 'confirmed',
    knownOn: issuedOn,
  })
  await tx.db.insert(cycles).values({
    orgId,
    personId,
    credentialCode: 'NASM-CPT',
    holdingId,
    number: 1,
    startsOn: issuedOn,
    expiresOn,
    knownOn: issuedOn,
    valid: `[${formatDay(issuedOn)},${formatDay(addDays(expiresOn, 1))})`,
  })
  // Handed in on the day of certification: of the American Heart Association, valid to the end of the month two years on.
  await tx.db.insert(cards).values({
    orgId,
    id: deps.ids.next(),
    personId,
    type: 'cpr-aed',
    issuer: 'AHA',
    issuedOn,
    validThrough: endOfMonth(addMonths(issuedOn, 24)),
    handsOn: true,
    knownOn: issuedOn,
  })
  await refreshStandings(tx, deps, { orgId, personId })
}
