import { RENEWAL_REFUSALS } from '@gs/domain/credentials'
import {
  applyForRenewal,
  approveRenewal,
  listRenewals,
  refuseRenewal,
  showOwnRenewals,
  showRenewal,
  withdrawRenewal,
} from '@gs/services/renewals'
import { z } from 'zod'
import { commandKey, id, ownProcedure, pageNumber, router, staffProcedure, words } from '../base/index.ts'

/** The caller's own renewals. */
export const renewalsPortalRouter = router({
  own: ownProcedure.query(({ ctx }) => showOwnRenewals(ctx.service)),
  submit: ownProcedure
    .input(z.strictObject({ key: commandKey, holdingId: id }))
    .mutation(({ ctx, input }) => applyForRenewal(ctx.service, input)),
  withdraw: ownProcedure
    .input(z.strictObject({ key: commandKey, renewalId: id }))
    .mutation(({ ctx, input }) => withdrawRenewal(ctx.service, input)),
})

const deciding = staffProcedure('renewals.decide')
const note = words(2000).nullable()

/** Renewals that a registrar decides. */
export const renewalsAdminRouter = router({
  list: deciding
    .input(z.strictObject({ filter: z.enum(['waiting', 'decided']), page: pageNumber }))
    .query(({ ctx, input }) => listRenewals(ctx.service, input)),
  show: deciding.input(z.strictObject({ renewalId: id })).query(({ ctx, input }) => showRenewal(ctx.service, input)),
  approve: deciding
    .input(z.strictObject({ key: commandKey, renewalId: id, note }))
    .mutation(({ ctx, input }) => approveRenewal(ctx.service, input)),
  refuse: deciding
    .input(z.strictObject({ key: commandKey, renewalId: id, reasonCode: z.enum(RENEWAL_REFUSALS), note }))
    .mutation(({ ctx, input }) => refuseRenewal(ctx.service, input)),
})
