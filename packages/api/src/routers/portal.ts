import { router } from '../base/index.ts'
import { accountRouter } from '../organizations/account-router.ts'
import { reviewsPortalRouter } from '../reviews/router.ts'
import { sessionRouter } from '../session/router.ts'

/** What the learner portal may call. */
export const portalRouter = router({
  account: accountRouter,
  reviews: reviewsPortalRouter,
  session: sessionRouter,
})
export type PortalRouter = typeof portalRouter
