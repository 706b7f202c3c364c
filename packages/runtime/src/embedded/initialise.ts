import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorFault, systemCode } from '../fault.ts'
import type { ServerAccount } from './account.ts'

export const OWNER = 'gs_owner'

interface Initialise {
  readonly home: string
  readonly dataDir: string
  readonly cluster: string
  readonly password: string
  readonly account: ServerAccount | undefined
}

/** Makes the cluster unless it is there. Done beside and renamed, so that an interrupted first start leaves no half of one. */
export async function initialiseCluster(job: Initialise): Promise<void> {
  if (existsSync(join(job.cluster, 'PG_VERSION'))) return
  const fresh = `${job.cluster}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  const passwordFile = join(job.dataDir, `init-${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(passwordFile, `${job.password}\n`, { mode: 0o600 })
    if (job.account) for (const path of [fresh, passwordFile]) chownSync(path, job.account.uid, job.account.gid)
    await runInitdb(job, fresh, passwordFile)
    await rename(fresh, job.cluster)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function runInitdb(job: Initialise, folder: string, passwordFile: string): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of strings on every machine, whatever its C library.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(join(job.home, 'bin', 'initdb'), args, {
      cwd: folder,
      env: { LC_ALL: 'C', NODE_ENV: 'production', PATH: '/usr/bin:/bin' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...job.account,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', (error) => reject(new OperatorFault(`initdb could not be run (${systemCode(error)}).`)))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new OperatorFault(`The database could not be made in ${folder}: ${firstError(said)}`))
    })
  })
}

/** The first line of PostgreSQL's output that names a fault, without its prefix. */
export function firstError(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim())
  const line = lines.find((each) => /error|FATAL|PANIC/i.test(each)) ?? lines.at(-1) ?? 'no reason given'
  return line.replace(/^.*?(error|FATAL|PANIC):\s*/i, '').trim()
}
