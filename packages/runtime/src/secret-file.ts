import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { OperatorFault, systemCode } from './fault.ts'

/**
 * The secret kept in a file that only its owner may read (0600); made at the first call.
 * `make` gives the text of a new one, 32 random bytes in base64url where it is left out.
 */
export async function keptSecret(path: string, make: () => string = randomSecret): Promise<string> {
  const kept = await readKept(path)
  if (kept) return kept
  const made = make()
  await writeWhole(path, `${made}\n`)
  return made
}

const randomSecret = (): string => randomBytes(32).toString('base64url')

async function readKept(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim() || undefined
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new OperatorFault(`Cannot read ${path} (${systemCode(error)}): it belongs to another user.`)
  }
}

/** Writes beside and renames, so that a crash leaves the old text or the new one, never half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(beside, text, { mode: 0o600 })
  await chmod(beside, 0o600)
  await rename(beside, path)
}
