import { type Belongings, settle } from '../access/belongings.ts'
import { TODAY } from '../support/global-setup.ts'
import { type Fillings, fill, pageRoutes } from '../support/routes.ts'
import { expect, test } from '../support/test.ts'
import { visitor } from '../support/visitor.ts'
import { type Inspectors, inspectors } from './inspect.ts'

/** Every page of the portal, light and dark, on a phone and a desk: nothing serious by axe, nothing in the console. */

const SOMEBODY = 'trainer@rival.test'
const ROUTES = pageRoutes('web')
let ids: Fillings
let look: Inspectors

test.beforeAll(async ({ browser }) => {
  const somebody = await visitor(process.env.E2E_WEB ?? '', SOMEBODY)
  const things: Belongings = await settle(somebody, TODAY)
  look = await inspectors(browser, somebody)
  await somebody.leave()
  ids = {
    '/credentials/[code]': 'NASM-CPT',
    '/learn/[code]': 'CES',
    '/learn/quiz/[attemptId]': things.openAttemptId,
    '/learn/quiz/[attemptId]/result': things.closedAttemptId,
    '/learn/study/[enrollmentId]': things.enrollmentId,
    '/records/[id]': things.recordId,
    '/standing/[holdingId]': things.holdingId,
    // Whether a token is genuine is judged where it is used: the page itself opens for any that names a kind.
    '/unsubscribe/[token]': 'organisation.person.card.seal',
    '/verify/[code]': things.recordCode,
  }
})

for (const { pattern, behindSignIn } of ROUTES)
  test(`${pattern} of the portal`, async ({ apps }) => {
    expect(await look[behindSignIn ? 'member' : 'stranger'].look(`${apps.portal}${fill(pattern, ids)}`)).toEqual([])
  })

test('a code that is none', async ({ apps }) => {
  expect(await look.stranger.look(`${apps.portal}/verify/NOT-A-CODE`)).toEqual([])
})
