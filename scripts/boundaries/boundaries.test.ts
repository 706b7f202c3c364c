import { resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { forbidden, options } from './rules.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FIXTURES = 'scripts/boundaries/fixtures/forbidden'

/** With a parser missing the tool sees nothing and is content: so many modules there must be at least. */
const LEAST_MODULES = 400

/** One fixture for each rule, and the rule that sees it. */
const EXPECTED = [
  'apps/admin/src/features/reads-the-portal.ts apps-import-no-other-app',
  'apps/cli/src/calls-the-api.ts cli-imports',
  'apps/web/src/features/page-with-database.ts app-pages-imports',
  'apps/web/src/features/page-with-router.ts app-pages-api-types-only',
  'apps/web/src/features/page-with-runtime.ts app-pages-imports',
  'apps/web/src/server/server-with-database.ts app-server-imports',
  'apps/worker/src/signs-in.ts worker-imports',
  'packages/api/src/reaches-the-tables.ts api-imports',
  'packages/api/src/signs-in.ts api-auth-types-only',
  'packages/auth/src/awards.ts auth-imports',
  'packages/db/src/runs-use-cases.ts db-imports',
  'packages/domain/src/asks-the-database.ts domain-imports',
  'packages/domain/src/circle-one.ts no-circle',
  'packages/domain/src/knows-the-time.ts domain-has-zod-alone',
  'packages/formats/src/reads-the-database.ts formats-imports',
  'packages/lobby/src/reads-the-session.ts lobby-imports',
  'packages/lobby/src/runs-the-router.ts lobby-api-types-only',
  'packages/runtime/src/own-sign-in.ts sign-in-library-in-auth-alone',
  'packages/runtime/src/serves-the-api.ts runtime-imports',
  'packages/services/src/reads-the-session.ts services-imports',
  'packages/services/src/writes-queries.ts drizzle-in-db-alone',
  'packages/ui/src/enters-the-lobby.ts ui-imports',
  'packages/ui/src/knows-the-business.ts ui-imports',
  'packages/ui/src/type-of-the-business.ts ui-imports',
]

async function look(...folders: readonly string[]): Promise<ICruiseResult> {
  const answer = await cruise([...folders], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: ROOT,
  })
  if (typeof answer.output === 'string') throw new Error('no result but a text')
  return answer.output
}

describe('boundaries', () => {
  it('hold in the whole repository, without a circle', { timeout: 120_000 }, async () => {
    const { summary, modules } = await look('packages', 'apps')
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    expect(modules.filter(({ source }) => /^(packages|apps)\//.test(source)).length).toBeGreaterThan(LEAST_MODULES)
  })

  it('are seen when they are broken, each by its rule', { timeout: 120_000 }, async () => {
    const { summary } = await look(FIXTURES)
    const seen = summary.violations
      .filter(({ from }) => from.startsWith(FIXTURES))
      .map(({ rule, from }) => `${from.slice(FIXTURES.length + 1)} ${rule.name}`)
    expect(new Set(seen)).toEqual(new Set(EXPECTED))
  })

  it('no relative import leaves a package', { timeout: 120_000 }, async () => {
    const { modules } = await look('packages', 'apps')
    const homeOf = (path: string): string => path.split('/').slice(0, 2).join('/')
    const leaving = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ module, resolved }) => module.startsWith('.') && homeOf(resolved) !== homeOf(source))
        .map(({ module }) => `${source} -> ${module}`),
    )
    expect(leaving).toEqual([])
  })
})
