import { listOwnRecords, showOwnRecord, verifyRecord } from '@gs/services/issuance'
import { z } from 'zod'
import { id, ownProcedure, publicProcedure, router } from '../base/index.ts'

/** The caller's own records. */
export const recordsPortalRouter = router({
  list: ownProcedure.query(({ ctx }) => listOwnRecords(ctx.service)),
  show: ownProcedure
    .input(z.strictObject({ recordId: id }))
    .query(({ ctx, input }) => showOwnRecord(ctx.service, input)),
})

/** What anybody with a verification code may ask; counted by the caller's address. */
export const verifyPublicRouter = router({
  record: publicProcedure('verification')
    .input(z.strictObject({ code: z.string().max(100) }))
    .query(({ ctx, input }) => verifyRecord(ctx.deps, input)),
})
