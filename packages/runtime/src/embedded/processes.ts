import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process of this id is there and is no zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * A mark that tells a process from a later one with the same id: its start time since boot.
 * Empty where the process is gone.
 */
export function startMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; what follows the last bracket starts with field 3, the start time is 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return startMarkByPs(pid)
  }
}

function startMarkByPs(pid: number): string {
  if (process.platform === 'linux') return ''
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** The ids of all processes that work in the folder: PostgreSQL's stand in their data folder, each in a group of its own. */
export function processesIn(folder: string): readonly number[] {
  const found: number[] = []
  for (const name of listProc()) {
    try {
      if (readlinkSync(`/proc/${name}/cwd`) === folder) found.push(Number(name))
    } catch {
      // gone meanwhile, or of another user
    }
  }
  return found
}

function listProc(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** Waits until `done` says true, at most `milliseconds`; whether it did. */
export async function within(milliseconds: number, done: () => boolean): Promise<boolean> {
  const until = performance.now() + milliseconds
  while (!done()) {
    if (performance.now() > until) return false
    await wait(20)
  }
  return true
}

/** Sends the signal and swallows that the process is gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // it ended by itself
  }
}
