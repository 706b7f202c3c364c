import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { checkCase, isFields } from '@gs/domain/cases'
import { checkPack, type Pack, parsePack } from '@gs/domain/rules'
import { type Io, readJson } from './files.ts'

const LEAST_CASES = 3

/** Faults of the golden cases beside a pack: `NAME.cases.json` beside `NAME.json`. */
async function caseFaults(file: string, pack: Pack, io: Io): Promise<string[]> {
  const beside = file.replace(/\.json$/, '.cases.json')
  const path = isAbsolute(beside) ? beside : join(io.cwd, beside)
  if (file === '-' || beside === file || !existsSync(path))
    return [`golden cases: there is no file beside the pack (${beside}); write at least ${LEAST_CASES} by hand`]
  const read = await readJson(path, io)
  if ('fault' in read) return [`golden cases: ${read.fault}`]
  const cases = isFields(read.json) && Array.isArray(read.json.cases) ? read.json.cases.filter(isFields) : []
  const faults: string[] = []
  if (cases.length < LEAST_CASES)
    faults.push(`golden cases: there are ${cases.length}; at least ${LEAST_CASES} are needed`)
  for (const [i, golden] of cases.entries()) {
    const name = `golden case ${typeof golden.id === 'string' ? golden.id : i + 1}`
    const { faults: wrong, keys } = checkCase(golden, pack)
    for (const fault of wrong) faults.push(`${name}: ${fault}`)
    for (const { key, expected, found } of keys.filter(({ same }) => !same))
      faults.push(`${name}: ${key}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  }
  return faults
}

/** `standing check PACK.json`: schema, citations, contradictions, golden cases; a line a fault, exit status 1 if any. */
export async function runCheck(argv: readonly string[], io: Io): Promise<number> {
  const [file, ...rest] = argv
  if (file === undefined || rest.length > 0) {
    io.stderr.write('usage: standing check PACK.json\n')
    return 2
  }
  const read = await readJson(file, io)
  if ('fault' in read) {
    io.stderr.write(`${file}: ${read.fault}\n`)
    return 2
  }
  const parsed = parsePack(read.json)
  const shape = parsed.ok ? checkPack(parsed.value) : parsed.error
  const faults = shape.map((fault) => `${fault.path === '' ? 'the file' : fault.path}: ${fault.message}`)
  if (parsed.ok) faults.push(...(await caseFaults(file, parsed.value, io)))
  for (const fault of faults) io.stdout.write(`${fault}\n`)
  if (faults.length === 0 && parsed.ok)
    io.stdout.write(
      `${parsed.value.id}: in order, ${parsed.value.rules.length} rules from ${parsed.value.sources.length} sources\n`,
    )
  return faults.length > 0 ? 1 : 0
}
