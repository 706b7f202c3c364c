import { createTestDatabase, type TestDatabase } from '@gs/services/testing'
import type { AnyTRPCRouter } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { policiesOf } from '../base/matrix.ts'
import { adminRouter } from '../routers/admin.ts'
import { portalRouter } from '../routers/portal.ts'
import { call } from '../testing/call.ts'
import { type App, buildWorld, type World } from '../testing/world.ts'
import type { CallerName } from './callers.ts'
import type { Expectation } from './expectation.ts'
import { CONSOLE, PORTAL } from './expectations.ts'

/** Every procedure with every part of its input replaced by what no form sends: refused, never a fault of ours. */

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

const ODD: readonly unknown[] = [
  '\u0000',
  '\u0000'.repeat(36),
  '\ud800'.repeat(36),
  'half of a pair \ud800',
  'x'.repeat(20_000),
  '__proto__',
  "'; select 1; --",
  '%_\\',
  '',
  -1,
  1e21,
  2 ** 53,
  0.5,
  null,
  [],
  {},
  [[[]]],
  true,
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
]

type Json = { readonly [key: string]: unknown }

/** The input with one of its leaves, or an item of one of its lists, replaced; for each leaf and each odd value. */
function* mutations(input: unknown): Generator<unknown> {
  if (typeof input !== 'object' || input === null) {
    yield* ODD
    return
  }
  for (const [key, value] of Object.entries(input))
    for (const changed of mutations(value))
      yield Array.isArray(input)
        ? input.map((item, index) => (String(index) === key ? changed : item))
        : { ...(input as Json), [key]: changed }
  if (!Array.isArray(input)) yield { ...(input as Json), unexpected: 1 }
}

const APPS: readonly {
  app: App
  router: AnyTRPCRouter
  rows: Readonly<Record<string, Expectation>>
  caller: CallerName
}[] = [
  { app: 'web', router: portalRouter, rows: PORTAL, caller: 'trainer' },
  { app: 'admin', router: adminRouter, rows: CONSOLE, caller: 'all roles elsewhere' },
]

describe.each(APPS)('the $app app', ({ app, router, rows, caller }) => {
  it.each(policiesOf(router))('$path is answered, whatever is asked', async (procedure) => {
    const row = rows[procedure.path]
    if (!row) throw new Error(`${procedure.path} has no row in expectations.ts`)
    const target = app === 'web' ? 'own' : 'rival'
    const faults = new Set<string>()
    for (const input of mutations(row.input(world.things(caller, target)))) {
      const session = await world.sessionOf(caller, app)
      const answer = await call({ router, ...procedure, input, session, deps: world.deps })
      if (answer.code === 'INTERNAL_SERVER_ERROR') faults.add(JSON.stringify(input).slice(0, 300))
    }
    expect([...faults]).toEqual([])
    expect({}).not.toHaveProperty('polluted')
  })
})
