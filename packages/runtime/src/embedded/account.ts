import { execFileSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperatorFault } from '../fault.ts'

/** The system user as whom PostgreSQL runs. */
export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

const NAME = 'postgres'

/**
 * Nothing where we are an ordinary user (the server runs as ourselves). As root: the user `postgres`, made if it is
 * missing, because PostgreSQL refuses to run as root.
 */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = lookUp()
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], {
      stdio: 'ignore',
    })
  } catch {
    throw new OperatorFault(
      `PostgreSQL does not run as root and the user ${NAME} could not be made: start as another user.`,
    )
  }
  const made = lookUp()
  if (!made) throw new OperatorFault(`The user ${NAME} was made but cannot be found.`)
  return made
}

function lookUp(): ServerAccount | undefined {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

/** Faults where a folder on the way to `path` may not be entered by the account (a 0700 home of root, mostly). */
export function assertEnterable(path: string, account: ServerAccount | undefined): void {
  for (const folder of foldersDownTo(path)) {
    if (account ? closedTo(folder, account) : closedToUs(folder)) {
      const who = account ? `the user ${NAME}, as whom the database runs when started by root` : 'this user'
      throw new OperatorFault(
        `The folder ${folder} is closed to ${who}: open it (chmod o+x ${folder}) or use another place (${path}).`,
      )
    }
  }
}

function foldersDownTo(path: string): readonly string[] {
  const above = dirname(path)
  return above === path ? [path] : [...foldersDownTo(above), path]
}

function closedTo(folder: string, account: ServerAccount): boolean {
  const { uid, gid, mode } = statSync(folder)
  if (uid === account.uid) return (mode & 0o100) === 0
  if (gid === account.gid) return (mode & 0o010) === 0
  return (mode & 0o001) === 0
}

function closedToUs(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK)
    return false
  } catch {
    return true
  }
}
