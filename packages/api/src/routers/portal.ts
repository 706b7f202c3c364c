import { router } from '../base/index.ts'
import { reviewsPortalRouter } from '../reviews/router.ts'
import { sessionRouter } from '../session/router.ts'

/** What the learner portal may call. */
export const portalRouter = router({
  reviews: reviewsPortalRouter,
  session: sessionRouter,
})
export type PortalRouter = typeof portalRouter
