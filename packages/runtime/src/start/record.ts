import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isAlive, signal, startMark, within } from '../embedded/processes.ts'
import { OperatorFault } from '../fault.ts'
import { writeWhole } from '../secret-file.ts'

const Process = z.object({ name: z.string(), pid: z.number().int().min(2), mark: z.string() })
type Process = z.infer<typeof Process>
const Kept = z.object({ starter: Process, children: z.array(Process) })

const FILE = 'processes.json'
const TERM_MS = 10_000

/** Alive, and still the process that was written down (ids are used again). */
const isSame = ({ pid, mark }: Process): boolean => isAlive(pid) && startMark(pid) === mark

/** Which processes serve from a data folder, written down so that the next start can end what a kill left behind. */
export interface ProcessRecord {
  add(name: string, pid: number): Promise<void>
  readonly clear: () => Promise<void>
}

/**
 * Ends the orphans of a killed start, then takes the folder for this process.
 * Faults where another start is alive and serves from it.
 */
export async function takeFolder(dataDir: string): Promise<ProcessRecord> {
  const path = join(dataDir, FILE)
  const kept = await read(path)
  if (kept && kept.starter.pid !== process.pid && isSame(kept.starter))
    throw new OperatorFault(
      `It runs already from ${dataDir} (process ${kept.starter.pid}): stop that one, or set DATA_DIR to another folder.`,
    )
  for (const orphan of kept?.children ?? []) await end(orphan)
  const children: Process[] = []
  const starter = described('start', process.pid)
  let written = Promise.resolve()
  // One after the other: the last state is the one that stays.
  const write = (): Promise<void> => {
    written = written.then(() => writeWhole(path, JSON.stringify({ starter, children })))
    return written
  }
  await write()
  return {
    async add(name, pid) {
      children.push(described(name, pid))
      await write()
    },
    clear: () => rm(path, { force: true }),
  }
}

const described = (name: string, pid: number): Process => ({ name, pid, mark: startMark(pid) })

async function read(path: string): Promise<z.infer<typeof Kept> | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return Kept.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

async function end(orphan: Process): Promise<void> {
  if (!isSame(orphan)) return
  signal(orphan.pid, 'SIGTERM')
  if (await within(TERM_MS, () => !isSame(orphan))) return
  signal(orphan.pid, 'SIGKILL')
  await within(TERM_MS, () => !isSame(orphan))
}
