import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every `bench/NAME.ts` and `bench/NAME/main.ts` is a suite; each runs in a process of its own. */
function suites(): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of readdirSync(import.meta.dirname, { withFileTypes: true })) {
    const main = join(import.meta.dirname, entry.name, 'main.ts')
    if (entry.isDirectory() && existsSync(main)) found.set(entry.name, main)
    else if (/\.bench\.ts$/.test(entry.name))
      found.set(entry.name.replace('.bench.ts', ''), join(import.meta.dirname, entry.name))
  }
  return found
}

const all = suites()
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : all.keys()) {
  const path = all.get(name)
  if (!path) {
    console.error(`There is no suite ${name}; there are: ${[...all.keys()].join(', ')}.`)
    process.exitCode = 2
    continue
  }
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
