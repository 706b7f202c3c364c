import { type Belongings, settle } from '../access/belongings.ts'
import { TODAY } from '../support/global-setup.ts'
import { type Fillings, fill, pageRoutes } from '../support/routes.ts'
import { expect, signIn, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'
import { Inspector } from './inspect.ts'

/** Every page of the portal, light and dark, on a phone and a desk: nothing serious by axe, nothing in the console. */

const SOMEBODY = 'trainer@rival.test'
const ROUTES = pageRoutes('web')
let ids: Fillings

test.beforeAll(async () => {
  const somebody = await visitor(process.env.E2E_WEB ?? '', SOMEBODY)
  const things: Belongings = await settle(somebody, TODAY)
  await somebody.leave()
  ids = {
    '/learn/[code]': 'CES',
    '/learn/quiz/[attemptId]': things.openAttemptId,
    '/learn/quiz/[attemptId]/result': things.closedAttemptId,
    '/learn/study/[enrollmentId]': things.enrollmentId,
    '/records/[id]': things.recordId,
    '/verify/[code]': things.recordCode,
  }
})

test('pages behind the sign-in', async ({ page, apps }) => {
  test.setTimeout(300_000)
  await signIn(page, apps.portal, SOMEBODY)
  const inspector = new Inspector(page)
  const faults: string[] = []
  for (const { pattern } of ROUTES.filter(({ behindSignIn }) => behindSignIn))
    faults.push(...(await inspector.look(`${apps.portal}${fill(pattern, ids)}`)))
  expect(faults).toEqual([])
})

test('pages that anybody may open', async ({ page, apps }) => {
  test.setTimeout(180_000)
  const inspector = new Inspector(page)
  const faults: string[] = []
  const open = ROUTES.filter(({ behindSignIn }) => !behindSignIn).map(({ pattern }) => fill(pattern, ids))
  for (const path of [...open, '/verify/NOT-A-CODE']) faults.push(...(await inspector.look(`${apps.portal}${path}`)))
  expect(faults).toEqual([])
})
