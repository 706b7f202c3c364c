import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { formatDay } from '@gs/domain'
import { checkCase } from '@gs/domain/cases'
import { loadPacks } from '@gs/rulepacks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createOrganisation } from '../organizations/index.ts'
import { publishVersion } from '../rules/index.ts'
import {
  addHolding,
  createOrganisation as createTestOrganisation,
  dayFrom,
  publishTestPack,
  type TestOrganisation,
} from '../testing/index.ts'
import {
  comparePack,
  listDoubts,
  listPacks,
  listPublicCredentials,
  packCases,
  publishLibrary,
  showPack,
  showPublicCredential,
  unpublishedPacks,
} from './index.ts'

let database: TestDatabase
let org: TestOrganisation
const ALL = loadPacks().length

beforeAll(async () => {
  database = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
})
afterAll(() => database.drop())

const today = dayFrom('2026-03-02')
const libraryDeps = async () => (await org.person({ roles: [] })).context

describe('publishing', () => {
  beforeEach(async () => {
    org = await createTestOrganisation(database.database)
  })

  it('gives an organisation the packs of the product, their cases and credentials, once', async () => {
    const deps = await libraryDeps()
    const before = (await unpublishedPacks(deps)).find(({ orgId }) => orgId === org.orgId)
    expect(before?.unpublished).toHaveLength(ALL)
    expect(before?.credentialsMissing).toContain('CSCS')
    const first = await publishLibrary(deps, org.orgId)
    expect(first.versions).toHaveLength(ALL)
    expect(first.cases).toBeGreaterThan(ALL * 3)
    expect(first.credentials).toEqual(expect.arrayContaining(['NASM-CES', 'NASM-PES', 'Security+', 'TSAC-F']))
    expect(await publishLibrary(deps, org.orgId)).toEqual({ versions: [], cases: 0, credentials: [] })
    const after = (await unpublishedPacks(deps)).find(({ orgId }) => orgId === org.orgId)
    expect(after).toMatchObject({ unpublished: [], casesMissing: 0, credentialsMissing: [] })
  })

  it('leaves what is published as it is, and says whom a newer version concerns', async () => {
    const deps = await libraryDeps()
    const [old] = loadPacks().filter(({ id }) => id === 'pmi-pmp')
    if (!old) throw new Error('the pack is gone')
    await publishVersion(deps, { orgId: org.orgId, pack: { ...old, id: 'pmi-pmp-old' } })
    const told = (await unpublishedPacks(deps)).find(({ orgId }) => orgId === org.orgId)
    expect(told?.unpublished).toContainEqual({ packId: 'pmi-pmp', version: 1, isNew: false, holdings: 0 })
    expect(told?.unpublished.filter(({ isNew }) => !isNew)).toHaveLength(1)
    org.jobs.length = 0
    expect((await publishLibrary(deps, org.orgId)).versions).toHaveLength(ALL)
    // The newer version of rules that are there brings its holdings up to date; what is new has none.
    expect(org.jobs.map(({ name }) => name)).toEqual(['standings.recompute'])
    const known = await database.asOwner<{ pack_id: string; known_on: string }>(
      `select pack_id, known_on::text from rule_packs where org_id = $1 and pack_id in ('pmi-pmp', 'issa') order by 1`,
      [org.orgId],
    )
    expect(known).toEqual([
      { pack_id: 'issa', known_on: '2017-01-01' },
      { pack_id: 'pmi-pmp', known_on: '2026-03-02' },
    ])
  })

  it('takes a pack of one’s own with its cases, and not the same version again', async () => {
    const deps = await libraryDeps()
    const [like] = loadPacks().filter(({ id }) => id === 'comptia')
    if (!like) throw new Error('the pack is gone')
    const pack = { ...like, id: 'own', lineage: 'own' }
    const cases = [{ id: 'own-1', story: 'Nothing yet', rulePack: 'own', expected: { status: 'active' } }]
    expect((await publishVersion(deps, { orgId: org.orgId, pack, cases })).people).toBe(0)
    const auditor = await org.person({ roles: ['auditor'], rolesAt: 'root' })
    expect((await packCases(auditor.context, { packId: 'own' })).cases).toEqual(cases)
    const codes = await database.asOwner<{ code: string }>(
      `select code from credentials where org_id = $1 and pack_id = 'own' order by code`,
      [org.orgId],
    )
    expect(codes.map(({ code }) => code)).toEqual(['A+', 'CASP+', 'Network+', 'Security+'])
    await expect(publishVersion(deps, { orgId: org.orgId, pack, cases })).rejects.toThrow('pack.version-not-newer')
  })

  it('is done when an organisation is made', async () => {
    const deps = await libraryDeps()
    const made = await createOrganisation(deps, { name: 'Iron House', adminEmail: 'ida@iron.example', locale: 'en' })
    const there = (await unpublishedPacks(deps)).find(({ orgId }) => orgId === made.orgId)
    expect(there).toMatchObject({ unpublished: [], casesMissing: 0, credentialsMissing: [] })
  })
})

describe('the rule packs of an organisation', () => {
  beforeAll(async () => {
    org = await createTestOrganisation(database.database)
    await publishLibrary(await libraryDeps(), org.orgId)
  })
  const auditor = async () => (await org.person({ roles: ['auditor'], rolesAt: 'root' })).context

  it('are listed with their doubts, cases and holdings in reach', async () => {
    await publishTestPack({ database: database.database, orgId: org.orgId, today })
    const south = await org.person({ unit: 'south' })
    await addHolding(
      { database: database.database, orgId: org.orgId, today },
      { personId: south.personId, issuedOn: dayFrom('2025-03-02'), expiresOn: dayFrom('2027-03-02') },
    )
    const all = await listPacks(await auditor(), { page: 1 })
    expect(all.total).toBe(ALL + 1)
    expect(all.bodies).toContain('NASM')
    expect(all.rows.find(({ packId }) => packId === 'nasm-cpt')).toMatchObject({
      version: 1,
      confidence: 'high',
      unverified: 6,
      versions: 1,
      holdings: 0,
    })
    expect(all.rows.find(({ packId }) => packId === 'boc-2024')?.versions).toBe(4)
    expect(all.rows.find(({ packId }) => packId === 'test-pack')?.holdings).toBe(1)
    const north = await org.person({ roles: ['staff'], unit: 'north' })
    const seen = await listPacks(north.context, { page: 1 })
    expect(seen.rows.find(({ packId }) => packId === 'test-pack')?.holdings).toBe(0)
  })

  it.each([
    [{ search: 'fisiólogo' }, ['acsm-ep']],
    [{ search: 'fisiologo' }, ['acsm-ep']],
    [{ search: 'PMP' }, ['pmi-pmp']],
    [{ search: 'no such thing' }, []],
    [{ body: 'ISSA' }, ['issa']],
    [{ body: 'NASM', confidence: 'medium' as const }, ['nasm-specialization']],
  ])('are found by %o', async (wanted, expected) => {
    const { rows } = await listPacks(await auditor(), { ...wanted, page: 1 })
    expect(rows.map(({ packId }) => packId)).toEqual(expected)
  })

  it('are shown in words with their lineage, and compared', async () => {
    const page = await showPack(await auditor(), { packId: 'boc-2022' })
    expect(page.head).toMatchObject({ packId: 'boc-2022', effective: { from: '2022-01-01', to: '2023-12-31' } })
    expect(page.versions.map(({ packId }) => packId)).toEqual(['boc-2024', 'boc-2022', 'boc-2020', 'boc-2016'])
    expect(page.words.sections[0]?.sentences[0]?.text.en).toContain('1 January 2022')
    const compared = await comparePack(await auditor(), { packId: 'boc-2022' })
    expect(compared.versions.map(({ packId }) => packId)).toEqual(['boc-2016', 'boc-2020', 'boc-2022', 'boc-2024'])
    for (const { rows } of compared.sections) for (const { cells } of rows) expect(cells).toHaveLength(4)
  })

  it('hand out their cases, which all pass', async () => {
    for (const [packId, least] of [
      ['nasm-cpt', 3],
      ['boc-2016', 3],
      ['iacet', 3],
      ['test-pack', 1],
    ] as const) {
      expect((await showPack(await auditor(), { packId })).head.packId).toBe(packId)
      const { pack, cases } = await packCases(await auditor(), { packId })
      expect(cases.length).toBeGreaterThanOrEqual(least)
      for (const golden of cases) expect(checkCase(golden, pack).keys.filter(({ same }) => !same)).toEqual([])
    }
  })

  it('tell their doubts, by pack and by kind', async () => {
    const { rows, packs } = await listDoubts(await auditor(), {})
    expect(packs).toHaveLength(ALL + 1)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['unverified', 'assumption', 'low', 'demo']))
    const own = await listDoubts(await auditor(), { packId: 'cptn', kind: 'demo' })
    expect(own.rows.map(({ text }) => text.en)).toEqual([
      'Each cycle needs 10 CECs. Set for demonstration: the page does not publish a total.',
    ])
  })

  it('are kept from whoever has no business with them, and from guesses', async () => {
    const author = await org.person({ roles: ['author'], rolesAt: 'root' })
    await expect(listPacks(author.context, { page: 1 })).rejects.toThrow('access.denied')
    for (const verb of [showPack, comparePack, packCases])
      await expect(verb(await auditor(), { packId: 'no-such-pack' })).rejects.toThrow('pack.unknown')
    await expect(showPack(await auditor(), { packId: 'nasm-cpt', version: 7 })).rejects.toThrow('pack.unknown')
  })
})

describe('the page of a credential that anybody may read', () => {
  beforeAll(async () => {
    org = await createTestOrganisation(database.database)
    await publishLibrary(await libraryDeps(), org.orgId)
  })

  it('has a list without duplicates, whoever publishes the same', async () => {
    const list = await listPublicCredentials(await libraryDeps())
    const codes = list.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toEqual(expect.arrayContaining(['NASM-CPT', 'NASM-CES', 'AT licence (TN)', 'Network+']))
    expect(list.some(({ kind }) => kind === 'calculation')).toBe(false)
  })

  it('tells the rules, under the name of the one credential', async () => {
    const page = await showPublicCredential(await libraryDeps(), { code: 'NASM-PES' })
    expect(page.name.en).toBe('Performance Enhancement Specialization')
    expect(page.sisters.map(({ code }) => code)).toEqual(expect.arrayContaining(['NASM-CPT', 'NASM-CES']))
    expect(page.sisters.some(({ code }) => code === 'NASM-PES')).toBe(false)
    expect(page.asOf).toBe(formatDay(today))
    expect(page.over).toBe(false)
  })

  it('shows the rules that hold on the day, and says where they are over', async () => {
    const deps = await libraryDeps()
    const on = (day: string) =>
      showPublicCredential({ ...deps, clock: { ...deps.clock, today: () => dayFrom(day) } }, { code: 'ATC' })
    expect(await on('2021-06-01')).toMatchObject({ effective: { from: '2020-01-01' }, over: false })
    expect(await on('2026-03-02')).toMatchObject({ effective: { from: '2024-01-01' }, over: true })
    expect(await on('2010-01-01')).toMatchObject({ effective: { from: '2016-01-01' }, over: false })
  })

  it.each(['', 'NOPE', 'nasm-cpt', "' or 1=1"])('does not know %j', async (code) => {
    await expect(showPublicCredential(await libraryDeps(), { code })).rejects.toThrow('credential.unknown')
  })
})
