import { randomUUID } from 'node:crypto'
import { type Transaction, withCommand } from '@gs/db'
import { createTestDatabase, type TestDatabase } from '@gs/db/testing'
import { type Job, systemScope } from '@gs/services'
import { createOrganisation, dayFrom, type TestOrganisation } from '@gs/services/testing'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openQueue, type Queue } from './queue.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('the job queue', () => {
  let suite: TestDatabase
  let queue: Queue
  let organisation: TestOrganisation

  beforeAll(async () => {
    suite = await createTestDatabase({
      ownerUrl: inject('pgOwnerUrl'),
      template: inject('pgTemplate'),
      appPassword: inject('pgAppPassword'),
    })
    organisation = await createOrganisation(suite.database)
    queue = await openQueue({ url: suite.appUrl, log: silent, worker: false })
  })
  afterAll(async () => {
    await queue.stop()
    await suite.drop()
  })

  const inCommand = (work: (tx: Transaction) => Promise<void>): Promise<null> => {
    const scope = systemScope(organisation.orgId)
    const command = { ...scope, name: 'test', key: randomUUID(), body: null, knownOn: dayFrom('2026-03-02') }
    return withCommand(suite.database, command, async ({ tx, audit }) => {
      await work(tx)
      audit({ id: randomUUID(), action: 'test', subjectKind: 'organisation', subjectId: organisation.orgId })
      return null
    })
  }
  const jobs = async (mark: string): Promise<number> => {
    const { rows } = await suite.database.pool.query("select id from pgboss.job where data->>'mark' = $1", [mark])
    return rows.length
  }
  const mail = (mark: string, more: Partial<Job> = {}): Job => ({ name: 'mail', data: { mark }, ...more })

  it('keeps a job with its cause', async () => {
    await inCommand((tx) => queue.enqueue(tx, mail('kept')))
    expect(await jobs('kept')).toBe(1)
  })

  it('forgets a job whose cause was rolled back', async () => {
    const failing = inCommand(async (tx) => {
      await queue.enqueue(tx, mail('lost'))
      throw new Error('the work failed')
    })
    await expect(failing).rejects.toThrow('the work failed')
    expect(await jobs('lost')).toBe(0)
  })

  it('takes two jobs of one name and key for one', async () => {
    await inCommand((tx) => queue.enqueue(tx, mail('same', { key: 'completion-7' })))
    await inCommand((tx) => queue.enqueue(tx, mail('same', { key: 'completion-7' })))
    await inCommand((tx) => queue.enqueue(tx, mail('same', { key: 'completion-8' })))
    expect(await jobs('same')).toBe(2)
  })

  it('refuses a job that nobody does', async () => {
    await expect(inCommand((tx) => queue.enqueue(tx, { name: 'unheard-of', data: {} }))).rejects.toThrow('unheard-of')
  })

  it('hands a job to its worker', async () => {
    const worker = await openQueue({ url: suite.appUrl, log: silent, worker: true })
    const done = new Promise<unknown>((settle) => {
      void worker.work('checks.nightly', async (data) => settle(data))
    })
    await inCommand((tx) => queue.enqueue(tx, { name: 'checks.nightly', data: { mark: 'nightly' } }))
    expect(await done).toEqual({ mark: 'nightly' })
    await worker.stop()
  })
})
