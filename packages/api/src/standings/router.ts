import { showStanding } from '@gs/services/standings'
import { ownProcedure, router } from '../base/index.ts'

/** The caller's own standing: everything of the portal's first page in one call. */
export const standingPortalRouter = router({
  page: ownProcedure.query(({ ctx }) => showStanding(ctx.service)),
})
