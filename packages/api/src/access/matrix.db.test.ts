import { createTestDatabase, type TestDatabase } from '@gs/services/testing'
import type { AnyTRPCRouter } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type PolicyRow, policiesOf } from '../base/matrix.ts'
import { adminRouter } from '../routers/admin.ts'
import { portalRouter } from '../routers/portal.ts'
import { type CallAnswer, call } from '../testing/call.ts'
import { type App, buildWorld, type World } from '../testing/world.ts'
import { CALLER_NAMES, type CallerName, callerOf, type Place, TARGETS, type Target } from './callers.ts'
import type { Expectation } from './expectation.ts'
import { CONSOLE, PORTAL } from './expectations.ts'
import { expectedOf, type Verdict } from './expected.ts'
import { matrixOf, policyName } from './matrix.ts'

let test: TestDatabase
let world: World

beforeAll(async () => {
  test = await createTestDatabase({
    ownerUrl: inject('pgOwnerUrl'),
    template: inject('pgTemplate'),
    appPassword: inject('pgAppPassword'),
  })
  world = await buildWorld(test)
})
afterAll(async () => {
  await world?.close()
  await test?.drop()
})

const APPS: readonly { app: App; router: AnyTRPCRouter; expectations: Readonly<Record<string, Expectation>> }[] = [
  { app: 'web', router: portalRouter, expectations: PORTAL },
  { app: 'admin', router: adminRouter, expectations: CONSOLE },
]

const DENIED = ['UNAUTHORIZED', 'FORBIDDEN']
/** Refusals of what was asked, not of who asks. */
const BUSINESS = ['CONFLICT', 'UNPROCESSABLE_CONTENT', 'PRECONDITION_FAILED', 'TOO_MANY_REQUESTS']

function verdictOf({ ok, code }: CallAnswer): Verdict | 'broken' {
  if (ok || BUSINESS.includes(code ?? '')) return 'allowed'
  if (code === 'NOT_FOUND') return 'hidden'
  return DENIED.includes(code ?? '') ? 'denied' : 'broken'
}

interface Cell {
  readonly caller: CallerName
  readonly target: Target
}

/** Whom an answer to this caller may speak of. */
function mayTellOf(
  { policy }: PolicyRow,
  row: Expectation,
  { caller, target }: Cell,
): (place: Place, name: string) => boolean {
  const own = world.things(caller, 'own').givenName
  const who = callerOf(caller)
  return (place, name) => {
    if (row.showsName) return name === world.things(caller, target).givenName
    if (!who) return false
    if (name === own) return true
    if (policy.access !== 'permission') return false
    return who.place === place || (who.place === 'root' && place !== 'rival')
  }
}

/** Whatever an answer holds of somebody whom it must not speak of. */
function leaksIn(text: string, tells: (place: Place, name: string) => boolean, nameOnly = false): string[] {
  return world.everybody.flatMap((person) => {
    const hidden = nameOnly ? [person.personId, person.email] : [person.personId, person.email, person.givenName]
    const told = tells(person.place, person.givenName)
    const looked = told ? (nameOnly ? hidden : []) : [...hidden, person.givenName]
    return looked.filter((canary) => text.includes(canary)).map((canary) => `${person.givenName}: ${canary}`)
  })
}

const KEY = /"correct":|SECRET/

describe.each(APPS)('the $app app', ({ app, router, expectations }) => {
  const policies = policiesOf(router)

  it('has a row for every procedure, and no row for none', () => {
    expect(Object.keys(expectations).sort()).toEqual(policies.map(({ path }) => path).sort())
  })

  it.each(policies)('$path declares what is expected of it', ({ path, policy }) => {
    expect(policyName(policy)).toBe(expectations[path]?.policy)
  })

  it.each(policies)('$path answers everybody as declared', async (procedure) => {
    const row = expectations[procedure.path]
    if (!row) throw new Error(`${procedure.path} has no row in expectations.ts`)
    const faults: string[] = []
    let succeeded = 0
    for (const { caller, target } of cellsOf(row)) {
      const session = await world.sessionOf(caller, app)
      const things = world.things(caller, target)
      const answer = await call({ router, ...procedure, input: row.input(things), session, deps: world.deps })
      const cell = `${caller} × ${target}`
      const expected = expectedOf(procedure.policy, row, { caller, target })
      const verdict = verdictOf(answer)
      if (answer.ok) succeeded += 1
      if (verdict !== expected)
        faults.push(`${cell}: ${verdict} (${answer.code ?? 'ok'} ${answer.reason ?? ''}) instead of ${expected}`)
      for (const leak of leaksIn(answer.text, mayTellOf(procedure, row, { caller, target }), row.showsName))
        faults.push(`${cell}: tells of ${leak}`)
      if (!row.holdsKey && KEY.test(answer.text)) faults.push(`${cell}: holds an answer key`)
      if (verdict !== 'allowed' && KEY.test(answer.text)) faults.push(`${cell}: a refusal holds an answer key`)
      if (target !== 'own' && row.harmless !== undefined && answer.ok) expect(answer.value, cell).toEqual(row.harmless)
    }
    expect(faults).toEqual([])
    if (!row.alreadyDone) expect(succeeded, 'somebody may do this').toBeGreaterThan(0)
  })
})

function cellsOf({ names }: Expectation): readonly Cell[] {
  const targets = names === 'nothing' ? (['own'] as const) : TARGETS
  return CALLER_NAMES.flatMap((caller) => targets.map((target) => ({ caller, target })))
}

it('is written down as it is', async () => {
  await expect(matrixOf({ portal: PORTAL, console: CONSOLE })).toMatchFileSnapshot('../../../../docs/access-matrix.md')
})
