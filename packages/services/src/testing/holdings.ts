import { randomUUID } from 'node:crypto'
import { type CommandWork, type Database, withCommand } from '@gs/db'
import { type Day, formatDay, type OrgId, type PersonId } from '@gs/domain'
import { systemScope } from '../kernel/index.ts'
import { refreshStandings } from '../standings/index.ts'

const words = (en: string, es: string) => ({ en, es })
const rule = (id: string, fields: Readonly<Record<string, unknown>>) => ({
  id,
  sources: ['handbook'],
  bindsTo: 'period',
  ...fields,
})

/** A pack made up for tests: two years, 2.0 units of ten hours, a card that gives 0.1, petitions up to 1.5. */
export const TEST_PACK = {
  format: 1,
  id: 'test-pack',
  lineage: 'test-pack',
  version: 1,
  kind: 'certification',
  body: { short: 'TB', name: words('Test Body', 'Entidad de prueba') },
  credential: { name: words('Test certification', 'Certificación de prueba'), names: ['TEST'] },
  effective: { from: '2015-01-01', to: null },
  unit: { singular: words('unit', 'unidad'), plural: words('units', 'unidades'), minutesPerUnit: 600 },
  currency: 'USD',
  deadlineZone: null,
  categories: [],
  issuers: [{ names: ['Heart House'], months: 24, ends: 'end-of-month' }],
  rules: [
    rule('term', { primitive: 'term/anniversary', months: 24 }),
    rule('required', { primitive: 'requirement/fixed', amount: '2.0' }),
    rule('card', { primitive: 'prerequisite/current', type: 'cpr-aed', handsOn: true, credit: '0.1' }),
    rule('petition', { primitive: 'award/petition', fee: '25', max: '1.5' }),
  ],
  sources: [{ id: 'handbook', title: 'Handbook of the tests', url: null, asOf: null }],
  confidence: { level: 'high', words: words('Made for tests.', 'Hecho para pruebas.') },
  assumptions: [],
  unverified: [],
} as const

/** Worked by hand: nothing earned, a year before the end of a first term of two. */
const TEST_CASE = {
  id: 'T01',
  rulePack: TEST_PACK.id,
  story: 'Nothing is earned yet, a year before the end of the term.',
  held: { issuedOn: '2025-03-02' },
  asOf: '2026-03-02',
  expected: { status: 'active', creditsRequired: '2.0', creditsCounted: '0', creditsNeeded: '2' },
}

export interface Place {
  readonly database: Database
  readonly orgId: OrgId
  readonly today: Day
}

const arrange = <T>({ database, orgId, today }: Place, work: (door: CommandWork) => Promise<T>): Promise<T> =>
  withCommand(
    database,
    { ...systemScope(orgId), name: 'test.arrange', key: randomUUID(), body: null, knownOn: today },
    async (door) => {
      door.audit({ id: randomUUID(), action: 'test.arrange', subjectKind: 'organisation', subjectId: orgId })
      return work(door)
    },
  )

/** Publishes the test pack and its credential `TEST` in an organisation; its days end in `zone`, where one is given. */
export const publishTestPack = (place: Place, zone: string | null = null): Promise<null> =>
  arrange(place, async ({ tx }) => {
    await tx.client.query(
      'insert into rule_packs (org_id, pack_id, version, effective_from, body) values ($1, $2, 1, $3, $4)',
      [place.orgId, TEST_PACK.id, TEST_PACK.effective.from, JSON.stringify({ ...TEST_PACK, deadlineZone: zone })],
    )
    await tx.client.query(
      'insert into rule_pack_cases (org_id, pack_id, version, position, case_id, body) values ($1, $2, 1, 1, $3, $4)',
      [place.orgId, TEST_PACK.id, TEST_CASE.id, JSON.stringify(TEST_CASE)],
    )
    await tx.client.query(
      `insert into credentials (org_id, code, kind, name, body, pack_id) values ($1, 'TEST', 'certification', 'Test certification', 'TB', $2)`,
      [place.orgId, TEST_PACK.id],
    )
    return null
  })

export interface HoldingWanted {
  readonly personId: PersonId
  readonly issuedOn: Day
  readonly expiresOn: Day
}

/** Gives a person the credential `TEST` in its first cycle and brings the standings up to date. */
export const addHolding = (place: Place, { personId, issuedOn, expiresOn }: HoldingWanted): Promise<string> =>
  arrange(place, async ({ tx }) => {
    const id = randomUUID()
    const { orgId, today } = place
    const from = formatDay(issuedOn)
    await tx.client.query(
      `insert into holdings (org_id, id, person_id, credential_code, pack_id, issued_on, source, known_on)
        values ($1, $2, $3, 'TEST', $4, $5, 'confirmed', $5)`,
      [orgId, id, personId, TEST_PACK.id, from],
    )
    await tx.client.query(
      `insert into cycles (org_id, person_id, credential_code, valid, holding_id, number, starts_on, expires_on, known_on)
        values ($1, $2, 'TEST', daterange($4, $5, '[]'), $3, 1, $4, $5, $4)`,
      [orgId, personId, id, from, formatDay(expiresOn)],
    )
    await refreshStandings(tx, { clock: { today: () => today, now: () => new Date() } }, { orgId, personId })
    return id
  })
