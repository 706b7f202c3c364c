import { explainOwnHolding, showStanding } from '@gs/services/standings'
import { z } from 'zod'
import { civilDay, id, ownProcedure, router } from '../base/index.ts'

/** The caller's own standing: everything of the portal's first page in one call. */
export const standingPortalRouter = router({
  page: ownProcedure.query(({ ctx }) => showStanding(ctx.service)),
  explanation: ownProcedure
    .input(z.strictObject({ holdingId: id, asOf: civilDay.optional(), knownAt: civilDay.optional() }))
    .query(({ ctx, input }) => explainOwnHolding(ctx.service, input)),
})
