import { showStatement } from '@gs/services/credits'
import { ownProcedure, router } from '../base/index.ts'

/** The caller's own ledger as a statement. */
export const creditsPortalRouter = router({
  statement: ownProcedure.query(({ ctx }) => showStatement(ctx.service)),
})
