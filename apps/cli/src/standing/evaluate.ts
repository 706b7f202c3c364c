import { answerOf, isFields, readCase } from '@gs/domain/cases'
import { loadPack } from '@gs/rulepacks'
import { type Io, readJson } from './files.ts'

/** The name of a case in a fault: its id where it has one, else its place in the list. */
const nameOf = (value: unknown, index: number): string =>
  isFields(value) && typeof value.id === 'string' && value.id !== '' ? value.id : `case ${index + 1}`

/** `standing evaluate FILE`: rule cases in, answers out. Exit status 2 where any case has a fault. */
export async function runEvaluate(argv: readonly string[], io: Io): Promise<number> {
  const [file, ...rest] = argv
  if (file === undefined || rest.length > 0) {
    io.stderr.write('usage: standing evaluate FILE (or - for standard input)\n')
    return 2
  }
  const read = await readJson(file, io)
  if ('fault' in read) {
    io.stderr.write(`${file}: ${read.fault}\n`)
    io.stdout.write('[]\n')
    return 2
  }
  const cases = isFields(read.json) ? read.json.cases : undefined
  if (!Array.isArray(cases)) {
    io.stderr.write(`${file}: cases: must be a list\n`)
    io.stdout.write('[]\n')
    return 2
  }
  let faults = 0
  const seen = new Set<string>()
  const answers: unknown[] = []
  for (const [index, value] of cases.entries()) {
    const name = nameOf(value, index)
    const result = readCase(value, loadPack)
    for (const fault of result.faults) io.stderr.write(`${name}: ${fault.field}: ${fault.message}\n`)
    faults += result.faults.length
    if (seen.has(name)) {
      io.stderr.write(`${name}: id: stands twice\n`)
      faults++
      continue
    }
    seen.add(name)
    if (result.case) answers.push(answerOf(result.case))
  }
  io.stdout.write(`${JSON.stringify(answers, null, 1)}\n`)
  return faults > 0 ? 2 : 0
}
