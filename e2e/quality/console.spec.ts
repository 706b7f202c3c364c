import { settle } from '../access/belongings.ts'
import { consoleIds } from '../support/console-ids.ts'
import { TODAY } from '../support/global-setup.ts'
import { type Fillings, fill, pageRoutes } from '../support/routes.ts'
import { expect, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'
import { type Inspectors, inspectors } from './inspect.ts'

/** Every page of the console, light and dark, on a phone and a desk: nothing serious by axe, nothing in the console. */

const ROUTES = pageRoutes('admin')
/** Holds every role at Rival Gym, so that one session sees every room. */
const EVERYTHING = 'admin@rival.test'
let ids: Fillings
let look: Inspectors

test.beforeAll(async ({ browser }) => {
  const trainer = await visitor(process.env.E2E_WEB ?? '', 'both@demo.test', 'Rival Gym')
  const things = await settle(trainer, TODAY)
  const everything = await visitor(process.env.E2E_ADMIN ?? '', EVERYTHING)
  ids = await consoleIds({ registrar: everything, author: everything, administrator: everything }, things)
  look = await inspectors(browser, everything)
  for (const one of [trainer, everything]) await one.leave()
})

// The console's own address leads on to the first room.
for (const { pattern, behindSignIn } of ROUTES.filter((route) => route.pattern !== '/'))
  test(`${pattern} of the console`, async ({ apps }) => {
    expect(await look[behindSignIn ? 'member' : 'stranger'].look(`${apps.console}${fill(pattern, ids)}`)).toEqual([])
  })
