// `npm run lock`: brings the lock file up to date with the package files, complete for every platform.
//
// npm leaves the binaries of a platform out of the lock file where it cannot see them at that moment, and then refuses
// a clean install because they are missing. Their versions are those that their parents ask for, so they can be named.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './bootstrap.mjs'

const LOCK = join(ROOT, 'package-lock.json')
const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32']

function npm(...args) {
  const { stdout, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' })
  return `${stdout}\n${stderr}`
}

/** Names of the packages without which npm refuses a clean install. */
const missing = () =>
  Array.from(npm('ci', '--dry-run', '--ignore-scripts').matchAll(/Missing: (\S+)@ from lock file/g), ([, name]) => name)

/** What the lock file says of a binary that is not for this machine: enough to leave it out here and take it there. */
function entryOf(name, { version, parent }) {
  const words = name.split('/').at(-1).split(/[-.]/)
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : ''
  const os = SYSTEMS.filter((system) => words.includes(system)).slice(0, 1)
  return {
    version,
    cpu: PROCESSORS.filter((processor) => words.includes(processor)).slice(0, 1),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    license: parent.license ?? 'MIT',
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  }
}

npm('install', '--package-lock-only', '--ignore-scripts')
const lock = JSON.parse(readFileSync(LOCK, 'utf8'))
const added = missing()
for (const name of added) {
  const parent = Object.values(lock.packages).find(({ optionalDependencies }) => optionalDependencies?.[name])
  if (!parent) throw new Error(`nothing asks for ${name}`)
  lock.packages[`node_modules/${name}`] = entryOf(name, { version: parent.optionalDependencies[name], parent })
}
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`)
// npm puts the entries into its own order.
npm('install', '--package-lock-only', '--ignore-scripts')
const left = missing()
process.stdout.write(`${added.length} binaries of other platforms named, ${left.length} left\n`)
process.exitCode = left.length > 0 ? 1 : 0
