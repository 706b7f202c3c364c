import { parseArgs } from 'node:util'
import { runTool } from '@gs/runtime/tool'
import { Refusal } from '@gs/services'
import { addPeople } from '@gs/services/seed'

const MOST = 1_000_000

const USAGE =
  'Usage: npm run -s seed -- --people N [--org SLUG]   (N from 1 to 1000000; SLUG is demo-academy where left out)\n'

/** `seed --people N`: adds a synthetic population to an organisation. */
export async function runSeed(argv: readonly string[]): Promise<number> {
  const asked = optionsOf(argv)
  if (!asked) {
    process.stderr.write(USAGE)
    return 2
  }
  return runTool('seed', async (runtime) => {
    const since = performance.now()
    const progress = (done: number): void => void process.stderr.write(`  ${done} of ${asked.count} people\n`)
    try {
      const { added } = await addPeople(runtime, { ...asked, progress })
      const seconds = ((performance.now() - since) / 1000).toFixed(1)
      process.stdout.write(`${added} people added to ${asked.slug} in ${seconds} s\n`)
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      process.stderr.write(`There is no organisation ${asked.slug} with units to put people in.\n`)
      return 1
    }
  })
}

function optionsOf(argv: readonly string[]): { count: number; slug: string } | undefined {
  try {
    const { values } = parseArgs({ args: [...argv], options: { people: { type: 'string' }, org: { type: 'string' } } })
    const count = Number(values.people)
    if (!Number.isSafeInteger(count) || count < 1 || count > MOST) return undefined
    return { count, slug: values.org ?? 'demo-academy' }
  } catch {
    return undefined
  }
}
