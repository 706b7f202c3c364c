import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorFault } from '../fault.ts'
import { isAlive, processesIn, signal, within } from './processes.ts'

/**
 * Ends what a killed start left of the server in this data folder: the postmaster by a fast shutdown, then by force, and
 * backends whose postmaster is gone (they hold the shared memory, and a new server would refuse to start beside them).
 */
export async function endOrphans(dataFolder: string): Promise<void> {
  const postmaster = postmasterOf(dataFolder)
  if (postmaster) {
    signal(postmaster, 'SIGINT')
    await within(10_000, () => !isAlive(postmaster))
  }
  const gone = (): boolean => remaining(dataFolder).length === 0
  if (!gone()) {
    for (const pid of remaining(dataFolder)) signal(pid, 'SIGKILL')
    if (!(await within(10_000, gone)))
      throw new OperatorFault(
        `A database server of another user runs in ${dataFolder}: end process ${remaining(dataFolder)}.`,
      )
  }
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true })
}

const remaining = (dataFolder: string): readonly number[] => {
  const postmaster = postmasterOf(dataFolder)
  const standing = processesIn(dataFolder)
  return postmaster && !standing.includes(postmaster) ? [postmaster, ...standing] : standing
}

/** The postmaster that the folder's lock file names, if it is alive and really stands in this folder. */
function postmasterOf(dataFolder: string): number | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!(pid > 1) || !isAlive(pid)) return undefined
    // Another program may have got the id since (after a reboot): the folder it stands in tells, where /proc is there.
    if (process.platform === 'linux' && !processesIn(dataFolder).includes(pid)) return undefined
    return pid
  } catch {
    return undefined
  }
}
