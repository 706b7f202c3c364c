import { awardsAdminRouter } from '../awards/router.ts'
import { router } from '../base/index.ts'
import { complianceAdminRouter } from '../compliance/router.ts'
import { peopleAdminRouter } from '../people/router.ts'
import { reviewsAdminRouter } from '../reviews/router.ts'
import { sessionRouter } from '../session/router.ts'
import { trailAdminRouter } from '../trail/router.ts'

/** What the console may call. */
export const adminRouter = router({
  awards: awardsAdminRouter,
  compliance: complianceAdminRouter,
  people: peopleAdminRouter,
  reviews: reviewsAdminRouter,
  session: sessionRouter,
  trail: trailAdminRouter,
})
export type AdminRouter = typeof adminRouter
