import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { systemScope } from '@gs/services'
import { createOrganisation, dayFrom } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { folderFileStore } from '../adapters/files.ts'
import { type Env, readEnv } from '../env.ts'
import { openQueue } from '../queue/index.ts'
import { keptSecret } from '../secret-file.ts'
import { createBackup } from './create.ts'
import { readManifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('backup', () => {
  const server = {
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  }
  let folder = ''
  let source: TestDatabase
  let target: TestDatabase
  let storedKey = ''
  const envOf = (name: string): Env => {
    const read = readEnv({ DATA_DIR: join(folder, name) })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    return read.value
  }
  const copy = (name: string): string => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gs-backup-'))
    source = await createTestDatabase(server)
    target = await createTestDatabase(server)
    for (const word of ['one', 'two']) {
      const organisation = await createOrganisation(source.database)
      await organisation.person({ name: `${word}\ttab and \\ backslash`, roles: ['registrar'] })
      await putJob(source, organisation.orgId)
    }
    storedKey = (await folderFileStore(join(envOf('here').dataDir, 'files')).put(Buffer.from('evidence'))).key
    await keptSecret(join(envOf('here').dataDir, 'auth.secret'))
    await createBackup(envOf('here'), source.ownerUrl, copy('first'))
  })
  afterAll(async () => {
    await source.drop()
    await target.drop()
    await rm(folder, { recursive: true, force: true })
  })

  it('comes back as it was: every row, file and key', async () => {
    await restoreBackup(envOf('there'), target.ownerUrl, copy('first'))
    await createBackup(envOf('there'), target.ownerUrl, copy('second'))
    const [first, second] = await Promise.all([readManifest(copy('first')), readManifest(copy('second'))])
    expect(second.tables).toEqual(first.tables)
    expect(first.tables.find(({ name }) => name === 'public.people')?.rows).toBe(2)
    expect(first.tables.find(({ name }) => name === 'pgboss.job')?.rows).toBe(2)
    const read = (name: string) => readFile(join(envOf(name).dataDir, 'files', storedKey), 'utf8')
    expect(await read('there')).toBe('evidence')
    const secret = (name: string) => readFile(join(envOf(name).dataDir, 'auth.secret'), 'utf8')
    expect(await secret('there')).toBe(await secret('here'))
  })

  it('leaves the house closed as it was: no row is seen without its organisation', async () => {
    const { rows } = await target.database.pool.query('select id from people')
    expect(rows).toEqual([])
  })

  it('is refused where there is data, and over another copy', async () => {
    await expect(restoreBackup(envOf('here'), source.ownerUrl, copy('first'))).rejects.toThrow('holds data already')
    await expect(createBackup(envOf('here'), source.ownerUrl, copy('first'))).rejects.toThrow('is there already')
  })

  it('is not put back when a byte of it has changed, or when it is not whole', async () => {
    await createBackup(envOf('here'), source.ownerUrl, copy('damaged'))
    await appendFile(join(copy('damaged'), 'tables', 'public.people.copy'), '\n')
    await expect(restoreBackup(envOf('x'), target.ownerUrl, copy('damaged'))).rejects.toThrow('public.people is not')
    await rm(join(copy('damaged'), 'manifest.json'))
    await expect(restoreBackup(envOf('x'), target.ownerUrl, copy('damaged'))).rejects.toThrow('no whole backup')
  })
})

async function putJob(database: TestDatabase, orgId: Parameters<typeof systemScope>[0]): Promise<void> {
  const queue = await openQueue({ url: database.appUrl, log: silent, worker: false })
  const command = {
    ...systemScope(orgId),
    name: 'test.job',
    key: randomUUID(),
    body: null,
    knownOn: dayFrom('2026-03-02'),
  }
  await withCommand(database.database, command, async ({ tx, audit }) => {
    await queue.enqueue(tx, { name: 'mail', data: { orgId } })
    audit({ id: randomUUID(), action: 'test.job', subjectKind: 'organisation', subjectId: orgId })
    return null
  })
  await queue.stop()
}
