import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { checkCase, type Fields, isFields } from '@gs/domain/cases'
import { checkPack, type Pack, parsePack } from '@gs/domain/rules'
import { type Io, readJson } from './files.ts'

const LEAST_CASES = 3

/** A pack file with the cases beside it, and every fault of either, a line each. */
export interface CheckedFile {
  /** null where the file is no pack. */
  readonly pack: Pack | null
  readonly cases: readonly Fields[]
  readonly faults: readonly string[]
}

/** Checks a pack file and `NAME.cases.json` beside `NAME.json`; answers a sentence where the file cannot be read at all. */
export async function checkFile(file: string, io: Io): Promise<CheckedFile | string> {
  const read = await readJson(file, io)
  if ('fault' in read) return read.fault
  const parsed = parsePack(read.json)
  const shape = parsed.ok ? checkPack(parsed.value) : parsed.error
  const faults = shape.map((fault) => `${fault.path === '' ? 'the file' : fault.path}: ${fault.message}`)
  if (!parsed.ok) return { pack: null, cases: [], faults }
  const beside = await checkCases(file, parsed.value, io)
  return { pack: parsed.value, cases: beside.cases, faults: [...faults, ...beside.faults] }
}

async function checkCases(file: string, pack: Pack, io: Io): Promise<Omit<CheckedFile, 'pack'>> {
  const beside = file.replace(/\.json$/, '.cases.json')
  const path = isAbsolute(beside) ? beside : join(io.cwd, beside)
  if (file === '-' || beside === file || !existsSync(path)) {
    const fault = `golden cases: there is no file beside the pack (${beside}); write at least ${LEAST_CASES} by hand`
    return { cases: [], faults: [fault] }
  }
  const read = await readJson(path, io)
  if ('fault' in read) return { cases: [], faults: [`golden cases: ${read.fault}`] }
  const cases = isFields(read.json) && Array.isArray(read.json.cases) ? read.json.cases.filter(isFields) : []
  const faults: string[] = []
  if (cases.length < LEAST_CASES)
    faults.push(`golden cases: there are ${cases.length}; at least ${LEAST_CASES} are needed`)
  for (const [i, golden] of cases.entries()) {
    const name = `golden case ${typeof golden.id === 'string' ? golden.id : i + 1}`
    const { faults: wrong, keys } = checkCase(golden, pack)
    for (const fault of wrong) faults.push(`${name}: ${fault}`)
    if (wrong.length === 0 && keys.length === 0) faults.push(`${name}: expected: is missing, or names nothing`)
    for (const { key, expected, found } of keys.filter(({ same }) => !same))
      faults.push(`${name}: ${key}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  }
  return { cases, faults }
}

/** `standing check PACK.json`: schema, citations, contradictions, golden cases; a line a fault, exit status 1 if any. */
export async function runCheck(argv: readonly string[], io: Io): Promise<number> {
  const [file, ...rest] = argv
  if (file === undefined || rest.length > 0) {
    io.stderr.write('usage: standing check PACK.json\n')
    return 2
  }
  const checked = await checkFile(file, io)
  if (typeof checked === 'string') {
    io.stderr.write(`${file}: ${checked}\n`)
    return 2
  }
  const { pack, faults } = checked
  for (const fault of faults) io.stdout.write(`${fault}\n`)
  if (faults.length === 0 && pack)
    io.stdout.write(`${pack.id}: in order, ${pack.rules.length} rules from ${pack.sources.length} sources\n`)
  return faults.length > 0 ? 1 : 0
}
