import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { QUEUE_SCHEMA } from './names.ts'

const GRANTS = `
  grant usage on schema ${QUEUE_SCHEMA} to gs_app;
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to gs_app;
  grant usage on all sequences in schema ${QUEUE_SCHEMA} to gs_app;
  grant execute on all functions in schema ${QUEUE_SCHEMA} to gs_app;`

/** Eight tries, from five seconds to an hour apart; a job whose worker died is given out again after a minute at most. */
const QUEUE = { retryLimit: 8, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600, heartbeatSeconds: 10 }

/** Makes the queue's tables and its queues as the owner, so that the application's role owns nothing. A second call does nothing. */
export async function prepareQueue(ownerUrl: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    const present = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const name of names) {
      if (present.has(name)) continue
      await boss.createQueue(name, QUEUE)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await grant(ownerUrl)
}

async function grant(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(GRANTS)
  } finally {
    await client.end()
  }
}
