import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded } from './index.ts'
import { processesIn, within } from './processes.ts'

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Without flushing to the disk, where no crash is looked at. */
const QUICK = { durable: false }

describe('the embedded PostgreSQL', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gs-embedded-'))
    await chmod(folder, 0o755)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('keeps its data, port and passwords from one start to the next, and leaves no process', async () => {
    const first = await startEmbedded(folder, QUICK)
    await ask(first.ownerUrl, 'create table kept as select 7 as n')
    await first.stop()
    expect(processesIn(join(folder, 'postgres'))).toEqual([])
    const second = await startEmbedded(folder, QUICK)
    expect(second.ownerUrl).toBe(first.ownerUrl)
    expect(second.port).toBeLessThan(32_768)
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
    await second.stop()
  })

  it('says that it died, and comes back with what was committed', async () => {
    const first = await startEmbedded(folder)
    await ask(first.ownerUrl, 'create table kept as select 8 as n')
    for (const pid of processesIn(join(folder, 'postgres'))) process.kill(pid, 'SIGKILL')
    await first.crashed
    const second = await startEmbedded(folder)
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 8 }])
    await second.stop()
  })

  it('ends the orphans of a starter that was killed, backends without a postmaster too', async () => {
    const starter = startElsewhere(folder)
    await once(starter, 'message')
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    const cluster = join(folder, 'postgres')
    const [postmaster] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
    expect(processesIn(cluster)).toContain(Number(postmaster))
    const next = await startEmbedded(folder, QUICK)
    expect(processesIn(cluster)).not.toContain(Number(postmaster))
    await next.stop()
    expect(await within(5000, () => processesIn(cluster).length === 0)).toBe(true)
  })

  it('takes another port where the kept one is taken meanwhile', async () => {
    const first = await startEmbedded(folder, QUICK)
    const other = await mkdtemp(join(tmpdir(), 'gs-embedded-'))
    await chmod(other, 0o755)
    await writeFile(join(other, 'postgres.port'), `${first.port}\n`)
    const second = await startEmbedded(other, QUICK)
    expect(second.port).not.toBe(first.port)
    await Promise.all([first.stop(), second.stop()])
    await rm(other, { recursive: true })
  })

  it('says in one line which folder is closed to it', async () => {
    const closed = join(folder, 'closed')
    await mkdir(join(closed, 'data'), { recursive: true })
    await chmod(closed, process.getuid?.() === 0 ? 0o700 : 0o000)
    await expect(startEmbedded(join(closed, 'data'))).rejects.toThrow(/^The (folder|data folder) .*closed/)
    await chmod(closed, 0o755)
  })

  it('says in one line that the folder cannot be written to', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(startEmbedded(join(folder, 'file'))).rejects.toThrow(/cannot be written to/)
  })
})

/** A process of its own that starts the server and then does nothing. */
function startElsewhere(folder: string): ChildProcess {
  const source = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
    await startEmbedded(${JSON.stringify(folder)})
    process.send('started')`

  return spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
