import type { PersonId } from '@gs/domain'
import { awardOptions, DESK_KINDS, postAward, previewAward, reverseAward } from '@gs/services/awards'
import { z } from 'zod'
import { civilDay, commandKey, creditLines, id, router, staffProcedure, words } from '../base/index.ts'

const person = id.transform((value) => value as PersonId)
const wanted = {
  personId: person,
  activity: words(200),
  activityType: z.enum(DESK_KINDS),
  completedOn: civilDay,
  filedOn: civilDay.optional(),
  credits: creditLines,
}

const desk = staffProcedure('awards.write')

/** The award desk for one person: what it would change, posting it, taking it back. */
export const awardsAdminRouter = router({
  options: desk
    .input(z.strictObject({ personId: person }))
    .query(({ ctx, input }) => awardOptions(ctx.service, input.personId)),
  preview: desk.input(z.strictObject(wanted)).query(({ ctx, input }) => previewAward(ctx.service, input)),
  post: desk
    .input(z.strictObject({ ...wanted, key: commandKey, reason: words(1000), notify: z.boolean().optional() }))
    .mutation(({ ctx, input }) => postAward(ctx.service, input)),
  reverse: desk
    .input(z.strictObject({ key: commandKey, entryId: id, reason: words(1000) }))
    .mutation(({ ctx, input }) => reverseAward(ctx.service, input)),
})
