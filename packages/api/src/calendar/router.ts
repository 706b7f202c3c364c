import { closeFeed, openFeed, ownFeed } from '@gs/services/calendar'
import { z } from 'zod'
import { commandKey, ownProcedure, router } from '../base/index.ts'

/** The caller's private calendar address. */
export const calendarPortalRouter = router({
  own: ownProcedure.query(({ ctx }) => ownFeed(ctx.service)),
  open: ownProcedure
    .input(z.strictObject({ key: commandKey }))
    .mutation(({ ctx, input }) => openFeed(ctx.service, input)),
  close: ownProcedure
    .input(z.strictObject({ key: commandKey }))
    .mutation(({ ctx, input }) => closeFeed(ctx.service, input)),
})
