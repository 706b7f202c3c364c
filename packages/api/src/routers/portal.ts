import { router } from '../base/index.ts'
import { calendarPortalRouter } from '../calendar/router.ts'
import { coursesPortalRouter } from '../courses/router.ts'
import { creditsPortalRouter } from '../credits/router.ts'
import { enrollmentsPortalRouter } from '../enrollments/router.ts'
import { holdingsPortalRouter } from '../holdings/router.ts'
import { recordsPortalRouter, verifyPublicRouter } from '../issuance/router.ts'
import { accountRouter } from '../organizations/account-router.ts'
import { credentialsPublicRouter } from '../packs/router.ts'
import { plansPortalRouter } from '../plans/router.ts'
import { quizzesPortalRouter } from '../quizzes/router.ts'
import { remindersPortalRouter } from '../reminders/router.ts'
import { renewalsPortalRouter } from '../renewals/router.ts'
import { reviewsPortalRouter } from '../reviews/router.ts'
import { sessionRouter } from '../session/router.ts'
import { standingPortalRouter } from '../standings/router.ts'

/** What the learner portal may call. */
export const portalRouter = router({
  account: accountRouter,
  calendar: calendarPortalRouter,
  courses: coursesPortalRouter,
  credentials: credentialsPublicRouter,
  credits: creditsPortalRouter,
  enrollments: enrollmentsPortalRouter,
  holdings: holdingsPortalRouter,
  plans: plansPortalRouter,
  quizzes: quizzesPortalRouter,
  records: recordsPortalRouter,
  reminders: remindersPortalRouter,
  renewals: renewalsPortalRouter,
  reviews: reviewsPortalRouter,
  session: sessionRouter,
  standing: standingPortalRouter,
  verify: verifyPublicRouter,
})
export type PortalRouter = typeof portalRouter
