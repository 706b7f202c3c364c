import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive, startMark } from '../embedded/processes.ts'
import { takeFolder } from './record.ts'

describe('the record of a start', () => {
  let folder = ''
  let sleeper: ChildProcess
  const pid = (): number => sleeper.pid ?? 0
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gs-record-'))
    sleeper = spawn('sleep', ['600'], { stdio: 'ignore' })
  })
  afterEach(async () => {
    sleeper.kill('SIGKILL')
    await rm(folder, { recursive: true })
  })
  const write = (starter: { pid: number; mark: string }, children: readonly { pid: number; mark: string }[]) =>
    writeFile(
      join(folder, 'processes.json'),
      JSON.stringify({
        starter: { name: 'start', ...starter },
        children: children.map((child) => ({ name: 'web', ...child })),
      }),
    )

  it('lets one start at a time have a folder', async () => {
    await write({ pid: pid(), mark: startMark(pid()) }, [])
    await expect(takeFolder(folder)).rejects.toThrow(`process ${pid()}`)
  })

  it('ends the children of a start that is gone', async () => {
    await write({ pid: 2_000_000_000, mark: 'gone' }, [{ pid: pid(), mark: startMark(pid()) }])
    await takeFolder(folder)
    expect(isAlive(pid())).toBe(false)
  })

  it('leaves a stranger alone who has got the id since', async () => {
    await write({ pid: pid(), mark: 'another' }, [{ pid: pid(), mark: 'another' }])
    await takeFolder(folder)
    expect(isAlive(pid())).toBe(true)
  })

  it('is no obstacle when it is broken', async () => {
    await writeFile(join(folder, 'processes.json'), '{"starter":')
    const record = await takeFolder(folder)
    await record.add('web', pid())
    expect(JSON.parse(await readFile(join(folder, 'processes.json'), 'utf8')).children[0].pid).toBe(pid())
    await record.clear()
    await expect(readFile(join(folder, 'processes.json'))).rejects.toThrow('ENOENT')
  })
})
