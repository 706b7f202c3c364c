import { contentKey } from '@gs/domain/courses'
import {
  logPractice,
  markLesson,
  parkEnrollment,
  readPlayer,
  startEnrollment,
  withdrawEnrollment,
} from '@gs/services/enrollments'
import { z } from 'zod'
import { civilDay, commandKey, id, ownProcedure, router, words } from '../base/index.ts'

/** Taking a course: the lessons, what is done, and the practice log. */
export const enrollmentsPortalRouter = router({
  start: ownProcedure
    .input(z.strictObject({ courseId: id, key: commandKey }))
    .mutation(({ ctx, input }) => startEnrollment(ctx.service, input)),
  park: ownProcedure
    .input(z.strictObject({ courseId: id, key: commandKey }))
    .mutation(({ ctx, input }) => parkEnrollment(ctx.service, input)),
  withdraw: ownProcedure
    .input(z.strictObject({ enrollmentId: id, key: commandKey }))
    .mutation(({ ctx, input }) => withdrawEnrollment(ctx.service, input)),
  player: ownProcedure
    .input(z.strictObject({ enrollmentId: id, lesson: contentKey.optional() }))
    .query(({ ctx, input }) => readPlayer(ctx.service, input)),
  markLesson: ownProcedure
    .input(z.strictObject({ enrollmentId: id, lesson: contentKey, mark: z.enum(['opened', 'done']), key: commandKey }))
    .mutation(({ ctx, input }) => markLesson(ctx.service, input)),
  logPractice: ownProcedure
    .input(
      z.strictObject({
        enrollmentId: id,
        lesson: contentKey,
        practisedOn: civilDay,
        what: words(2000),
        howItWent: words(2000),
        key: commandKey,
      }),
    )
    .mutation(({ ctx, input }) => logPractice(ctx.service, input)),
})
