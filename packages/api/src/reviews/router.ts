import { OUTCOMES, REASON_CODES, SUBMISSION_KINDS, SUBMISSION_STATUSES } from '@gs/domain/reviews'
import {
  decideSubmission,
  getSubmission,
  handInActivity,
  handInCard,
  handInOptions,
  listOwnSubmissions,
  listQueue,
  OUTSIDE_KINDS,
  withdrawSubmission,
} from '@gs/services/reviews'
import { z } from 'zod'
import {
  civilDay,
  commandKey,
  creditLines,
  id,
  ownProcedure,
  pageNumber,
  router,
  searchText,
  staffProcedure,
  words,
} from '../base/index.ts'

const activityInput = z.strictObject({
  key: commandKey,
  kind: z.enum(OUTSIDE_KINDS),
  title: words(200),
  provider: words(200),
  completedOn: civilDay,
  credits: creditLines,
  /** Contact minutes in place of credits; each body's unit is computed from them. */
  minutes: z.int().min(1).max(60_000).nullable(),
  note: words(2000).nullable(),
  fileId: id.nullable(),
})

const cardInput = z.strictObject({
  key: commandKey,
  type: z.string().regex(/^[a-z][a-z-]{0,30}$/),
  issuer: words(120),
  issuedOn: civilDay,
  validThrough: civilDay.nullable(),
  handsOn: z.boolean(),
  fileId: id.nullable(),
})

/** Handing in and following one's own submissions. */
export const reviewsPortalRouter = router({
  options: ownProcedure.query(({ ctx }) => handInOptions(ctx.service)),
  own: ownProcedure.query(({ ctx }) => listOwnSubmissions(ctx.service)),
  handInActivity: ownProcedure.input(activityInput).mutation(({ ctx, input }) => handInActivity(ctx.service, input)),
  handInCard: ownProcedure.input(cardInput).mutation(({ ctx, input }) => handInCard(ctx.service, input)),
  withdraw: ownProcedure
    .input(z.strictObject({ key: commandKey, submissionId: id }))
    .mutation(({ ctx, input }) => withdrawSubmission(ctx.service, input)),
})

const reviewer = staffProcedure('reviews.decide')

/** The queue of evidence, and the decisions on it. */
export const reviewsAdminRouter = router({
  queue: reviewer
    .input(
      z.strictObject({
        status: z.enum(SUBMISSION_STATUSES).optional(),
        kind: z.enum(SUBMISSION_KINDS).optional(),
        search: searchText,
        page: pageNumber,
      }),
    )
    .query(({ ctx, input }) => listQueue(ctx.service, input)),
  get: reviewer
    .input(z.strictObject({ submissionId: id }))
    .query(({ ctx, input }) => getSubmission(ctx.service, input.submissionId)),
  decide: reviewer
    .input(
      z.strictObject({
        key: commandKey,
        submissionId: id,
        outcome: z.enum(OUTCOMES),
        credits: creditLines,
        reasonCode: z.enum(REASON_CODES).nullable(),
        note: words(2000).nullable(),
        kind: z.enum(OUTSIDE_KINDS).optional(),
      }),
    )
    .mutation(({ ctx, input }) => decideSubmission(ctx.service, input)),
})
