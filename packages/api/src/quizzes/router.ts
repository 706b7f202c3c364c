import { contentKey } from '@gs/domain/courses'
import {
  readAttempt,
  readResult,
  saveAnswer,
  saveHoldersAnswer,
  startAttempt,
  submitAttempt,
  takeOverAttempt,
} from '@gs/services/quizzes'
import { z } from 'zod'
import { commandKey, holderProcedure, id, noSession, ownProcedure, router } from '../base/index.ts'

/** Taking a quiz: form, clock and answers are the server's. */
export const quizzesPortalRouter = router({
  start: ownProcedure
    .input(z.strictObject({ enrollmentId: id, key: commandKey }))
    .mutation(({ ctx, input }) => startAttempt(ctx.service, input)),
  attempt: ownProcedure
    .input(z.strictObject({ attemptId: id }))
    .query(({ ctx, input }) => readAttempt(ctx.service, input)),
  takeOver: ownProcedure
    .input(z.strictObject({ attemptId: id, device: id, key: commandKey }))
    .mutation(({ ctx, input }) => takeOverAttempt(ctx.service, input)),
  saveAnswer: holderProcedure
    .input(
      z.strictObject({
        attemptId: id,
        question: contentKey,
        choice: z.array(contentKey).max(12),
        /** Grows with every answer of this taker; milliseconds since the attempt began will do. */
        seq: z.int().min(1).max(2_147_483_647),
        /** The random name that the browser keeps of itself. */
        device: id.optional(),
      }),
    )
    .mutation(async ({ ctx: { deps, holder }, input }) => {
      if (!Buffer.isBuffer(holder)) return saveAnswer(holder, input)
      const receipt = await saveHoldersAnswer(deps, holder, input)
      if (!receipt) throw noSession()
      return receipt
    }),
  submit: ownProcedure
    .input(z.strictObject({ attemptId: id, key: commandKey, device: id.optional() }))
    .mutation(({ ctx, input }) => submitAttempt(ctx.service, input)),
  result: ownProcedure
    .input(z.strictObject({ attemptId: id }))
    .query(({ ctx, input }) => readResult(ctx.service, input)),
})
