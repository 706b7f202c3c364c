import { REMINDER_KINDS } from '@gs/domain/notifications'
import {
  ownReminders,
  previewReminders,
  releaseReminders,
  setOwnReminder,
  setReminderSettings,
} from '@gs/services/reminders'
import { z } from 'zod'
import { commandKey, id, ownProcedure, router, staffProcedure } from '../base/index.ts'

/** Which reminders the caller wants. */
export const remindersPortalRouter = router({
  own: ownProcedure.query(({ ctx }) => ownReminders(ctx.service)),
  choose: ownProcedure
    .input(z.strictObject({ key: commandKey, kind: z.enum(REMINDER_KINDS), wanted: z.boolean() }))
    .mutation(({ ctx, input }) => setOwnReminder(ctx.service, input)),
})

const hour = z.int().min(0).max(23)
const releasing = staffProcedure('reminders.release')

/** What the organisation owes its people, and the wave that waits. */
export const remindersAdminRouter = router({
  preview: releasing.query(({ ctx }) => previewReminders(ctx.service)),
  release: releasing
    .input(z.strictObject({ key: commandKey, waveId: id, total: z.int().min(1) }))
    .mutation(({ ctx, input }) => releaseReminders(ctx.service, input)),
  configure: releasing
    .input(
      z.strictObject({ key: commandKey, ceiling: z.int().min(0).max(1_000_000), quietFrom: hour, quietUntil: hour }),
    )
    .mutation(({ ctx, input }) => setReminderSettings(ctx.service, input)),
})
