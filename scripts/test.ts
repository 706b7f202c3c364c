import { type Result, STAGES, type Stage } from './checks/stages.ts'

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

async function run(stage: Stage): Promise<Result> {
  const since = performance.now()
  const result = await stage.run().catch((error: unknown) => ({ passed: 0, failed: 1, said: String(error) }))
  const { passed, failed, said } = result
  process.stdout.write(
    `  ${failed === 0 ? '✓' : '✗'} ${stage.name}: ${passed} passed, ${failed} failed (${seconds(since)})\n`,
  )
  if (failed > 0) process.stdout.write(`${said.trimEnd().replaceAll(/^/gm, '      ')}\n`)
  return result
}

// Stages named on the command line, or all.
const wanted = process.argv.slice(2)
const results: Result[] = []
const begun = performance.now()
for (const row of STAGES) {
  const chosen = row.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  results.push(...(await Promise.all(chosen.map(run))))
}
const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0)
process.stdout.write(`  ${seconds(begun)} in all\n`)
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exitCode = sum('failed') === 0 && results.length > 0 ? 0 : 1
