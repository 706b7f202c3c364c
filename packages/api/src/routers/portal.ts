import { router } from '../base/index.ts'
import { sessionRouter } from '../session/router.ts'

/** What the learner portal may call. */
export const portalRouter = router({
  session: sessionRouter,
})
export type PortalRouter = typeof portalRouter
