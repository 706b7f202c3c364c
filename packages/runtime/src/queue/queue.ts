import { createHash } from 'node:crypto'
import type { Job, JobQueue, Logger } from '@gs/services'
import { PgBoss } from 'pg-boss'
import { QUEUE_SCHEMA, type QueueName } from './names.ts'

export interface Queue extends JobQueue {
  /** Hands every job of a name to the handler, one after the other (mails four at a time); one that throws is tried again later. */
  work(name: QueueName, handler: (data: unknown) => Promise<void>): Promise<void>
  /** Puts the job in at the times of a cron line (UTC). */
  schedule(name: QueueName, cron: string): Promise<void>
  /** Whether the queue's tables are there and answer. */
  ready(): Promise<boolean>
  readonly stop: () => Promise<void>
}

export interface QueueOptions {
  readonly url: string
  readonly log: Logger
  /** The worker looks after retries, schedules and retention; the apps only put jobs in. */
  readonly worker: boolean
}

/** The job queue on the application's own role: jobs are rows, written in the transaction of their cause. */
export async function openQueue({ url, log, worker }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'good-standing-queue',
    schema: QUEUE_SCHEMA,
    max: worker ? 6 : 2,
    migrate: false,
    createSchema: false,
    supervise: worker,
    schedule: worker,
    // Index rebuilds need the owner of the tables.
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'queue'))
  await boss.start()
  return {
    async work(name, handler) {
      // A wave of mails is many jobs that wait for a server: four at a time. Everything else is one after the other.
      const localConcurrency = name === 'mail' ? 4 : 1
      await boss.work<unknown>(name, { batchSize: 1, pollingIntervalSeconds: 1, localConcurrency }, async ([job]) => {
        if (job) await handler(job.data)
      })
    },
    schedule: (name, cron) => boss.schedule(name, cron, null, { tz: 'UTC' }),
    async enqueue(tx, job) {
      const executeSql = (text: string, values?: unknown[]) => tx.client.query(text, values)
      await boss.send(job.name, { ...job.data }, { db: { executeSql }, ...placed(job) })
    },
    ready: () =>
      boss.schemaVersion().then(
        (version) => version !== null,
        () => false,
      ),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  }
}

const placed = (job: Job): { id?: string; startAfter?: Date } => ({
  ...(job.key === undefined ? {} : { id: idOf(job.name, job.key) }),
  ...(job.startAfter ? { startAfter: job.startAfter } : {}),
})

/** The same id for the same name and key (as a UUID of version 8): a second job of that key is not put in. */
function idOf(name: string, key: string): string {
  const hex = createHash('sha256').update(`${name}\n${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
