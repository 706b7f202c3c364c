import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needChromium } from '../chromium.ts'
import { asOne, type Count, countPlaywright, countVitest, takeReport } from './count.ts'
import { type Outcome, runTool } from './run.ts'

export interface Result extends Count {
  /** What to show where something failed. */
  readonly said: string
}

export interface Stage {
  readonly name: string
  run(): Promise<Result>
}

const check = (name: string, tool: string, ...args: readonly string[]): Stage => ({
  name,
  run: async () => {
    const outcome = await runTool(tool, args)
    return { ...asOne(outcome), said: outcome.said }
  },
})

const vitest = (name: string, project: string): Stage => ({
  name,
  run: () =>
    reported(async (report) => {
      const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      const outcome = await runTool('vitest', args, { NO_COLOR: '1' })
      return { outcome, count: countVitest }
    }),
})

const build: Stage = {
  name: 'build',
  run: async () => {
    const outcome = await runTool('node', ['scripts/build.ts'])
    return { ...asOne(outcome), said: outcome.said }
  },
}

const browser: Stage = {
  name: 'browser',
  run: async () => {
    const chromium = await needChromium()
    if ('fault' in chromium) return { passed: 0, failed: 1, said: chromium.fault }
    return reported(async (report) => {
      const env = { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NO_COLOR: '1' }
      const outcome = await runTool('playwright', ['test', '-c', 'e2e', '--reporter=list,json'], env)
      return { outcome, count: countPlaywright }
    })
  },
}

interface Reported {
  readonly outcome: Outcome
  readonly count: (report: unknown, outcome: Outcome) => Count
}

/** Runs a tool that writes a report into a file given to it, and counts by that report. */
async function reported(run: (report: string) => Promise<Reported>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gs-report-'))
  try {
    const path = join(folder, 'report.json')
    const { outcome, count } = await run(path)
    const report = await takeReport(path)
    const counted = report === undefined ? { passed: 0, failed: 1 } : count(report, outcome)
    return { ...counted, said: outcome.said }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is run at once stands in one row; the rows follow each other, quick ones first. */
export const STAGES: readonly (readonly Stage[])[] = [
  [
    check('format and lint', 'biome', 'check', '.', '--max-diagnostics=50'),
    check('types', 'tsc', '--noEmit', '-p', 'tsconfig.json'),
  ],
  [check('lint with types', 'oxlint', '--type-aware'), vitest('boundaries', 'boundaries')],
  [check('dead code', 'knip', '--no-config-hints'), check('one version of each dependency', 'sherif')],
  [vitest('unit', 'unit')],
  [vitest('database', 'database')],
  [build],
  [browser],
]
