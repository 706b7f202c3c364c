import type { PersonId } from '@gs/domain'
import {
  addHolding,
  confirmHolding,
  credentialOptions,
  declareHolding,
  endHolding,
  listDeclared,
  listOwnHoldings,
  ownCredentialOptions,
  refuseHolding,
  withdrawHolding,
} from '@gs/services/holdings'
import { z } from 'zod'
import {
  civilDay,
  commandKey,
  id,
  ownProcedure,
  pageNumber,
  plainCode,
  router,
  staffProcedure,
  words,
} from '../base/index.ts'

const stated = {
  key: commandKey,
  credential: plainCode,
  certifiedOn: civilDay,
  cycleStart: civilDay.nullable(),
  expiresOn: civilDay.nullable(),
  number: words(60).nullable(),
}
const personId = id.transform((value) => value as PersonId)

/** What the caller holds, and declares. */
export const holdingsPortalRouter = router({
  own: ownProcedure.query(({ ctx }) => listOwnHoldings(ctx.service)),
  options: ownProcedure.query(({ ctx }) => ownCredentialOptions(ctx.service)),
  declare: ownProcedure
    .input(z.strictObject({ ...stated, fileId: id.nullable(), replaces: id.nullable() }))
    .mutation(({ ctx, input }) => declareHolding(ctx.service, input)),
  withdraw: ownProcedure
    .input(z.strictObject({ key: commandKey, holdingId: id }))
    .mutation(({ ctx, input }) => withdrawHolding(ctx.service, input)),
})

const writing = staffProcedure('holdings.write')
const reason = words(500)

/** Holdings that a registrar enters, confirms, refuses and ends. */
export const holdingsAdminRouter = router({
  declared: writing
    .input(z.strictObject({ personId: id.optional(), page: pageNumber }))
    .query(({ ctx, input }) => listDeclared(ctx.service, input)),
  options: writing
    .input(z.strictObject({ personId }))
    .query(({ ctx, input }) => credentialOptions(ctx.service, input.personId)),
  add: writing
    .input(z.strictObject({ ...stated, personId }))
    .mutation(({ ctx, input }) => addHolding(ctx.service, input)),
  confirm: writing
    .input(z.strictObject({ key: commandKey, holdingId: id }))
    .mutation(({ ctx, input }) => confirmHolding(ctx.service, input)),
  refuse: writing
    .input(z.strictObject({ key: commandKey, holdingId: id, reason }))
    .mutation(({ ctx, input }) => refuseHolding(ctx.service, input)),
  end: writing
    .input(z.strictObject({ key: commandKey, holdingId: id, on: civilDay, reason }))
    .mutation(({ ctx, input }) => endHolding(ctx.service, input)),
})
