import type { StaffRole } from '@gs/domain/organizations'

/** A sign-in of the demo. `place` names the unit; staff roles are held at `rolesAt`, or where the person is. */
export interface DemoPerson {
  readonly email: string
  readonly given: string
  readonly family: string
  readonly place: string
  readonly roles: readonly StaffRole[]
}

export const ROOT = 'Demo Academy'

/** The tree of units, three deep. */
export const DEMO_UNITS: readonly { readonly region: string; readonly clubs: readonly string[] }[] = [
  { region: 'North Region', clubs: ['Harbour Club', 'Hillside Club', 'Lakeside Club'] },
  { region: 'South Region', clubs: ['Riverside Club', 'Station Club', 'Orchard Club'] },
  { region: 'West Region', clubs: ['Market Club', 'Bridge Club'] },
]

export const TRAINER: DemoPerson = {
  email: 'trainer@demo.test',
  given: 'Tess',
  family: 'Rivera',
  place: 'Harbour Club',
  roles: [],
}

/** One account that is a person in both organisations. */
export const BOTH: DemoPerson = {
  email: 'both@demo.test',
  given: 'Bao',
  family: 'Twohouse',
  place: 'Riverside Club',
  roles: [],
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  TRAINER,
  { email: 'registrar@demo.test', given: 'Rosa', family: 'Register', place: ROOT, roles: ['registrar'] },
  { email: 'staff@demo.test', given: 'Stefan', family: 'Complian', place: 'North Region', roles: ['staff'] },
  { email: 'author@demo.test', given: 'Aiko', family: 'Writer', place: ROOT, roles: ['author'] },
  { email: 'auditor@demo.test', given: 'Otto', family: 'Ledger', place: ROOT, roles: ['auditor'] },
  { email: 'admin@demo.test', given: 'Amina', family: 'Keys', place: ROOT, roles: ['administrator'] },
  BOTH,
]

export const RIVAL = 'Rival Gym'

export const RIVAL_PEOPLE: readonly DemoPerson[] = [
  { email: 'trainer@rival.test', given: 'Rita', family: 'Rivalson', place: RIVAL, roles: [] },
  {
    email: 'admin@rival.test',
    given: 'Ruben',
    family: 'Rivalkeys',
    place: RIVAL,
    roles: ['administrator', 'registrar', 'auditor', 'staff', 'author'],
  },
  { ...BOTH, place: RIVAL },
]
