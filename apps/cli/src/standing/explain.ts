import { formatAmount } from '@gs/domain'
import { answerOf, isFields, readCase } from '@gs/domain/cases'
import { explain, smallestChange } from '@gs/domain/credentials'
import { loadPack } from '@gs/rulepacks'
import { type Io, readJson } from './files.ts'

const LANGUAGES = ['en', 'es'] as const

/** `standing explain FILE CASE [en|es]`: the answer to one case in words, rule by rule with its source. */
export async function runExplain(argv: readonly string[], io: Io): Promise<number> {
  const [file, id, language = 'en', ...rest] = argv
  const lang = LANGUAGES.find((each) => each === language)
  if (file === undefined || id === undefined || lang === undefined || rest.length > 0) {
    io.stderr.write('usage: standing explain FILE CASE [en|es]\n')
    return 2
  }
  const read = await readJson(file, io)
  if ('fault' in read) {
    io.stderr.write(`${file}: ${read.fault}\n`)
    return 2
  }
  const cases: readonly unknown[] = isFields(read.json) && Array.isArray(read.json.cases) ? read.json.cases : []
  const found = cases.find((each) => isFields(each) && each.id === id)
  if (found === undefined) {
    io.stderr.write(`${file}: there is no case "${id}"\n`)
    return 2
  }
  const { case: one, faults } = readCase(found, loadPack)
  for (const fault of faults) io.stderr.write(`${id}: ${fault.field}: ${fault.message}\n`)
  if (!one) return 2
  const { explanation: _, ...answer } = answerOf(one)
  for (const [key, value] of Object.entries(answer)) io.stdout.write(`${key}: ${JSON.stringify(value)}\n`)
  io.stdout.write('\n')
  for (const line of explain(one.pack, one.facts, { asOf: one.asOf })) {
    const amount = line.amount === undefined ? '' : ` = ${formatAmount(line.amount)}`
    io.stdout.write(`${lang === 'es' ? line.textEs : line.text}${amount}\n    [${line.rule}; ${line.source}]\n`)
  }
  const change = smallestChange(one.pack, one.facts, { asOf: one.asOf })
  if (change)
    io.stdout.write(
      lang === 'es' ? `\nPara poder renovar: ${change.words.es}\n` : `\nTo be able to renew: ${change.words.en}\n`,
    )
  return 0
}
