import { resolve } from 'node:path'
import { openDataDir } from '../embedded/index.ts'
import { messageOf, OperatorFault } from '../fault.ts'
import { envOrExit } from '../process/index.ts'
import { QUEUES } from '../queue/index.ts'
import { openDatabase } from '../start/database.ts'
import { takeFolder } from '../start/record.ts'
import { attachDatabase } from '../tool/attach.ts'
import { type BackupDone, createBackup } from './create.ts'
import { restoreBackup } from './restore.ts'

/**
 * `backup create|restore PATH`, on the embedded server or the operator's own; the path is taken from `cwd`.
 * Answers the exit status; what the operator can mend is one line on standard error.
 */
export async function runBackup(verb: 'create' | 'restore', path: string, cwd: string): Promise<number> {
  const folder = resolve(cwd, path)
  try {
    const done = verb === 'create' ? await create(folder) : await restore(folder)
    process.stdout.write(
      `${verb === 'create' ? 'copied to' : 'restored from'} ${folder}: ${done.tables} tables, ${done.rows} rows, ${done.files} files\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof OperatorFault)) throw error
    process.stderr.write(`${messageOf(error)}\n`)
    return 1
  }
}

async function create(folder: string): Promise<BackupDone> {
  const env = envOrExit()
  const database = await attachDatabase(env)
  try {
    return await createBackup(env, database.ownerUrl, folder)
  } finally {
    await database.stop()
  }
}

async function restore(folder: string): Promise<BackupDone> {
  const env = envOrExit()
  await openDataDir(env.dataDir)
  // Nothing may serve from this folder meanwhile.
  const record = await takeFolder(env.dataDir)
  const database = await openDatabase(env, QUEUES)
  try {
    return await restoreBackup(env, database.ownerUrl, folder)
  } finally {
    await database.stop()
    await record.clear()
  }
}
