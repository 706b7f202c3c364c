import { settle } from '../access/belongings.ts'
import { consoleIds } from '../support/console-ids.ts'
import { TODAY } from '../support/global-setup.ts'
import { type Fillings, fill, pageRoutes } from '../support/routes.ts'
import { expect, signIn, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'
import { Inspector } from './inspect.ts'

/** Every page of the console, light and dark, on a phone and a desk: nothing serious by axe, nothing in the console. */

const ROUTES = pageRoutes('admin')
/** Holds every role at Rival Gym, so that one session sees every room. */
const EVERYTHING = 'admin@rival.test'
let ids: Fillings

test.beforeAll(async () => {
  const trainer = await visitor(process.env.E2E_WEB ?? '', 'both@demo.test', 'Rival Gym')
  const things = await settle(trainer, TODAY)
  const everything = await visitor(process.env.E2E_ADMIN ?? '', EVERYTHING)
  ids = await consoleIds({ registrar: everything, author: everything, administrator: everything }, things)
  for (const one of [trainer, everything]) await one.leave()
})

const rooms = (behind: boolean) =>
  ROUTES.filter(({ behindSignIn, pattern }) => behindSignIn === behind && pattern !== '/').map(({ pattern }) => pattern)

for (const [half, title] of [
  [0, 'half of the pages behind the sign-in'],
  [1, 'the other half'],
] as const)
  test(title, async ({ page, apps }) => {
    test.setTimeout(300_000)
    await signIn(page, apps.console, EVERYTHING)
    const inspector = new Inspector(page)
    const faults: string[] = []
    for (const [index, pattern] of rooms(true).entries())
      if (index % 2 === half) faults.push(...(await inspector.look(`${apps.console}${fill(pattern, ids)}`)))
    expect(faults).toEqual([])
  })

test('pages that anybody may open', async ({ page, apps }) => {
  test.setTimeout(180_000)
  const inspector = new Inspector(page)
  const faults: string[] = []
  for (const pattern of rooms(false)) faults.push(...(await inspector.look(`${apps.console}${fill(pattern, ids)}`)))
  expect(faults).toEqual([])
})
