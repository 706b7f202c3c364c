import { listActions, listEvents, listLedger } from '@gs/services/trail'
import { z } from 'zod'
import { civilDay, id, pageNumber, plainCode, router, searchText, staffProcedure } from '../base/index.ts'

/** The trail and the ledgers, read only, as of any day. */
export const trailAdminRouter = router({
  actions: staffProcedure('trail.read').query(({ ctx }) => listActions(ctx.service)),
  events: staffProcedure('trail.read')
    .input(
      z.strictObject({
        action: plainCode.optional(),
        actor: searchText,
        person: searchText,
        personId: id.optional(),
        from: civilDay.optional(),
        to: civilDay.optional(),
        knownOn: civilDay.optional(),
        page: pageNumber,
      }),
    )
    .query(({ ctx, input }) => listEvents(ctx.service, input)),
  ledger: staffProcedure('ledger.read')
    .input(
      z.strictObject({
        person: searchText,
        kind: z.enum(['award', 'reversal']).optional(),
        packId: plainCode.optional(),
        knownOn: civilDay.optional(),
        page: pageNumber,
      }),
    )
    .query(({ ctx, input }) => listLedger(ctx.service, input)),
})
