import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { checkInvariants, closeDatabase, createDatabase, type Database, migrate, withCommand, withRead } from '@gs/db'
import { type EntryId, thousandths } from '@gs/domain'
import { postEntry } from '@gs/services/ledger'
import { createOrganisation, dayFrom, type TestOrganisation, type TestPerson } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from '../embedded/index.ts'
import { startProxy } from './proxy.ts'

let folder: string
let server: EmbeddedDatabase
let database: Database
let org: TestOrganisation
let person: TestPerson

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gs-faults-'))
  await chmod(folder, 0o755)
  server = await startEmbedded(folder)
  await migrate(server.ownerUrl, { appPassword: server.appPassword })
  database = createDatabase(server.appUrl, { max: 8 })
  org = await createOrganisation(database)
  person = await org.person()
})
afterAll(async () => {
  await closeDatabase(database)
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const today = dayFrom('2026-03-02')

function award(through: Database, key: string): Promise<{ id: string; seq: number }> {
  const command = { orgId: org.orgId, reach: '*' as const, name: 'test.award', key, body: key, knownOn: today }
  return withCommand(through, command, async ({ tx, audit }) => {
    const id = randomUUID() as EntryId
    const seq = await postEntry(
      tx,
      {
        kind: 'award',
        id,
        orgId: org.orgId,
        personId: person.personId,
        completedOn: today,
        filedOn: null,
        approvedOn: today,
        knownOn: today,
        actorId: null,
        enrollmentId: null,
        submissionId: null,
        credits: [{ packId: 'pack-a', category: '', amount: thousandths(100) }],
      },
      { activity: 'Workshop', activityType: 'course', idempotencyKey: key },
    )
    audit({ id: randomUUID(), action: 'award.posted', subjectKind: 'entry', subjectId: id, personId: person.personId })
    return { id, seq }
  })
}

const stored = (): Promise<Map<string, string>> =>
  withRead(database, { orgId: org.orgId, reach: '*' }, async ({ client }) => {
    const { rows } = await client.query<{ key: string; id: string }>(
      'select idempotency_key as key, id from ledger_entries where org_id = $1',
      [org.orgId],
    )
    return new Map(rows.map((row) => [row.key, row.id]))
  })
const breaches = () => withRead(database, { orgId: org.orgId, reach: '*' }, (tx) => checkInvariants(tx, org.orgId))

/** Asks again with the same key until there is an answer, as a client does; gives up after a minute. */
async function insist(key: string): Promise<{ id: string }> {
  const end = performance.now() + 60_000
  for (;;) {
    try {
      return await award(database, key)
    } catch (error) {
      if (performance.now() > end) throw error
      await pause(20)
    }
  }
}

async function killServer(): Promise<void> {
  const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(-pid, 'SIGKILL')
  await server.crashed
}

describe('what was acknowledged stays', () => {
  it('C1: through three kills of the whole database in the middle of awards', async () => {
    const acknowledged = new Map<string, string>()
    let working = true
    const workers = Array.from({ length: 8 }, async () => {
      while (working) {
        const key = randomUUID()
        acknowledged.set(key, (await insist(key)).id)
      }
    })
    const recoveries: number[] = []
    for (let kill = 0; kill < 3; kill++) {
      const before = acknowledged.size
      while (acknowledged.size < before + 40) await pause(5)
      await killServer()
      const since = performance.now()
      server = await startEmbedded(folder)
      recoveries.push(performance.now() - since)
    }
    const settled = acknowledged.size
    while (acknowledged.size < settled + 40) await pause(5)
    working = false
    await Promise.all(workers)
    // The quickest: the others may have waited for what else the machine does.
    expect(Math.min(...recoveries)).toBeLessThan(5000)
    const kept = await stored()
    expect(kept.size).toBe(acknowledged.size)
    for (const [key, id] of acknowledged) expect(kept.get(key)).toBe(id)
    expect(await breaches()).toEqual([])
  })

  it('C6: ten answers lost after the commit are given again to the same key', async () => {
    const proxy = await startProxy(server.appUrl)
    const throughProxy = createDatabase(proxy.url, { max: 1 })
    for (let round = 0; round < 10; round++) {
      const key = randomUUID()
      const before = (await stored()).size
      proxy.swallowNextCommit()
      await expect(award(throughProxy, key)).rejects.toThrow()
      const first = (await stored()).get(key)
      expect(first).toBeDefined()
      const again = await award(throughProxy, key)
      expect(again.id).toBe(first)
      expect((await stored()).size).toBe(before + 1)
    }
    await closeDatabase(throughProxy)
    await proxy.close()
    expect(await breaches()).toEqual([])
  })
})
