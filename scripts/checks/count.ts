import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Outcome } from './run.ts'

export interface Count {
  readonly passed: number
  readonly failed: number
}

/** A check that either holds or does not is one. */
export const asOne = ({ code }: Outcome): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const Vitest = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
})

/** Tests of a vitest run. A file that could not even be loaded is one failed test; so is a run that proved nothing. */
export function countVitest(report: unknown, outcome: Outcome): Count {
  const { testResults } = Vitest.parse(report)
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed))
  const passed = tests.filter((test) => test.status === 'passed').length
  return honest({ passed, failed: tests.filter(isFailed).length + broken.length }, outcome)
}

const isFailed = (test: { readonly status: string }): boolean => test.status === 'failed'

const Playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
})

/** Tests of a Playwright run; one that passed only at the second try has failed. */
export function countPlaywright(report: unknown, outcome: Outcome): Count {
  const { stats, errors } = Playwright.parse(report)
  return honest({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }, outcome)
}

/** No run may end badly, or without a single test, and count as good. */
function honest({ passed, failed }: Count, { code }: Outcome): Count {
  const silent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

/** Reads a report that a tool has written, and removes it; nothing where it wrote none. */
export async function takeReport(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  await rm(path, { force: true })
  return text === undefined ? undefined : JSON.parse(text)
}
