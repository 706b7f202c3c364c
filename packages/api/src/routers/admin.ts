import { awardsAdminRouter } from '../awards/router.ts'
import { router } from '../base/index.ts'
import { complianceAdminRouter } from '../compliance/router.ts'
import { coursesAdminRouter } from '../courses/router.ts'
import { holdingsAdminRouter } from '../holdings/router.ts'
import { accountRouter } from '../organizations/account-router.ts'
import { organizationsAdminRouter } from '../organizations/router.ts'
import { packsAdminRouter } from '../packs/router.ts'
import { peopleAdminRouter } from '../people/router.ts'
import { plansAdminRouter } from '../plans/router.ts'
import { remindersAdminRouter } from '../reminders/router.ts'
import { renewalsAdminRouter } from '../renewals/router.ts'
import { reviewsAdminRouter } from '../reviews/router.ts'
import { sessionRouter } from '../session/router.ts'
import { trailAdminRouter } from '../trail/router.ts'

/** What the console may call. */
export const adminRouter = router({
  account: accountRouter,
  awards: awardsAdminRouter,
  compliance: complianceAdminRouter,
  courses: coursesAdminRouter,
  holdings: holdingsAdminRouter,
  organizations: organizationsAdminRouter,
  packs: packsAdminRouter,
  people: peopleAdminRouter,
  reminders: remindersAdminRouter,
  plans: plansAdminRouter,
  renewals: renewalsAdminRouter,
  reviews: reviewsAdminRouter,
  session: sessionRouter,
  trail: trailAdminRouter,
})
export type AdminRouter = typeof adminRouter
