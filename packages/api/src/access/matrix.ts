import { policiesOf } from '../base/matrix.ts'
import type { Policy } from '../base/policy.ts'
import { adminRouter } from '../routers/admin.ts'
import { portalRouter } from '../routers/portal.ts'
import { CALLER_NAMES, TARGETS } from './callers.ts'
import type { Expectation } from './expectation.ts'
import { expectedOf, type Verdict } from './expected.ts'

/** A policy in one word, as the expectations say it. */
export const policyName = (policy: Policy): string =>
  policy.access === 'permission' ? policy.permission : policy.access

type Rows = Readonly<Record<string, Expectation>>

const SIGN: Readonly<Record<Verdict, string>> = { allowed: '●', hidden: '○', denied: '–' }

/** The whole matrix as a page of documentation. */
export function matrixOf(apps: { readonly portal: Rows; readonly console: Rows }): string {
  return [
    '# Who may call what',
    '',
    'Made from the routers by `packages/api/src/access`; the test there calls every cell on a real database and holds',
    'this page to what it finds. Update it with `npx vitest run --project database packages/api/src/access -u`.',
    '',
    'A cell has one sign where a procedure names nobody, and four where it does: the caller’s own, somebody of the north',
    'region, somebody of the south region, somebody of another organisation. ● allowed, ○ does not exist for the caller,',
    '– refused. Trainer, registrar, staff and regional administrator are of the north region; author, auditor and',
    'administrator of the whole organisation. Suspended people and revoked sessions held every role.',
    '',
    ...tableOf('Portal', portalRouter, apps.portal),
    ...tableOf('Console', adminRouter, apps.console),
  ].join('\n')
}

function tableOf(title: string, router: Parameters<typeof policiesOf>[0], rows: Rows): string[] {
  const lines = policiesOf(router).flatMap(({ path, policy }) => {
    const row = rows[path]
    if (!row) return []
    const targets = row.names === 'nothing' || row.names === 'filter' ? (['own'] as const) : TARGETS
    const cells = CALLER_NAMES.map((caller) =>
      targets.map((target) => SIGN[expectedOf(policy, row, { caller, target })]).join(''),
    )
    return [`| \`${path}\` | ${policyName(policy)} | ${cells.join(' | ')} |`]
  })
  const heads = ['procedure', 'policy', ...CALLER_NAMES]
  return [`## ${title}`, '', `| ${heads.join(' | ')} |`, `|${heads.map(() => '---|').join('')}`, ...lines, '']
}
