import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@gs/db'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/index.ts'
import { prepareQueue, QUEUES } from '../queue/index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's connection string to the server's own database; suites make theirs beside it. */
    pgOwnerUrl: string
    /** A migrated database without data: `CREATE DATABASE x TEMPLATE <this>`. */
    pgTemplate: string
    /** The password of `gs_app`, who owns nothing. */
    pgAppPassword: string
  }
}

const TEMPLATE = 'gs_template'

/** One real PostgreSQL in a folder of its own for the whole run of the `database` project, ended and removed after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gs-test-'))
  const server = await startEmbedded(await entered(folder), { durable: false })
  try {
    await query(server.ownerUrl, `CREATE DATABASE ${TEMPLATE}`)
    const template = new URL(server.ownerUrl)
    template.pathname = `/${TEMPLATE}`
    await migrate(template.href, { appPassword: server.appPassword })
    await prepareQueue(template.href, QUEUES)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('pgOwnerUrl', server.ownerUrl)
  project.provide('pgTemplate', TEMPLATE)
  project.provide('pgAppPassword', server.appPassword)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

// mkdtemp makes 0700, which the server's own user could not enter when the tests run as root.
async function entered(folder: string): Promise<string> {
  await chmod(folder, 0o755)
  return folder
}

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
