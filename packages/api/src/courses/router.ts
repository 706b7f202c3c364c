import { type Amount, parseAmount } from '@gs/domain'
import { courseCode, draftEditSchema } from '@gs/domain/courses'
import {
  createCourse,
  listCatalogue,
  listCourses,
  publishCourse,
  readCourseCredits,
  readCourseOffer,
  readCoursePage,
  readDraft,
  readVersion,
  saveDraft,
  setCourseCredits,
  setCourseOffer,
} from '@gs/services/courses'
import { z } from 'zod'
import {
  credits as amount,
  civilDay,
  commandKey,
  id,
  ownProcedure,
  router,
  staffProcedure,
  words,
} from '../base/index.ts'

/** The catalogue, and what each course is worth to whoever looks. */
export const coursesPortalRouter = router({
  catalogue: ownProcedure.query(({ ctx }) => listCatalogue(ctx.service)),
  page: ownProcedure
    .input(z.strictObject({ code: z.string().max(60) }))
    .query(({ ctx, input }) => readCoursePage(ctx.service, input)),
})

const revision = z.int().min(1)

/** A decimal of the currency such as "899.5", answered in thousandths; nothing is a price too. */
const price = z
  .string()
  .max(20)
  .transform((text, ctx): Amount => {
    const parsed = parseAmount(text)
    if (parsed.ok) return parsed.value
    ctx.addIssue({ code: 'custom', message: 'amount.invalid' })
    return z.NEVER
  })

const offer = z.strictObject({
  price,
  availableFrom: civilDay.nullable(),
  availableUntil: civilDay.nullable(),
  card: z.strictObject({ type: words(40), months: z.int() }).nullable(),
})

const credit = z.strictObject({
  packId: words(100),
  category: z.string().max(60),
  amount,
  from: civilDay,
  to: civilDay.nullable(),
  source: words(500).or(z.literal('')),
})
/** More bodies than there are, each several times over. */
const creditList = z.array(credit).max(200)

/** Drafts, versions and offers, for authors. */
export const coursesAdminRouter = router({
  list: staffProcedure('courses.read').query(({ ctx }) => listCourses(ctx.service)),
  draft: staffProcedure('courses.read')
    .input(z.strictObject({ courseId: id }))
    .query(({ ctx, input }) => readDraft(ctx.service, input)),
  version: staffProcedure('courses.read')
    .input(z.strictObject({ versionId: id }))
    .query(({ ctx, input }) => readVersion(ctx.service, input)),
  create: staffProcedure('courses.write')
    .input(z.strictObject({ code: courseCode, title: words(200), language: z.enum(['en', 'es']), key: commandKey }))
    .mutation(({ ctx, input }) => createCourse(ctx.service, input)),
  saveDraft: staffProcedure('courses.write')
    .input(z.strictObject({ courseId: id, revision, edit: draftEditSchema, key: commandKey }))
    .mutation(({ ctx, input }) => saveDraft(ctx.service, input)),
  publish: staffProcedure('courses.write')
    .input(z.strictObject({ courseId: id, revision, note: words(1000), key: commandKey }))
    .mutation(({ ctx, input }) => publishCourse(ctx.service, input)),
  offer: staffProcedure('courses.read')
    .input(z.strictObject({ courseId: id }))
    .query(({ ctx, input }) => readCourseOffer(ctx.service, input)),
  setOffer: staffProcedure('courses.write')
    .input(z.strictObject({ courseId: id, seen: offer, offer, key: commandKey }))
    .mutation(({ ctx, input }) => setCourseOffer(ctx.service, input)),
  credits: staffProcedure('courses.read')
    .input(z.strictObject({ courseId: id }))
    .query(({ ctx, input }) => readCourseCredits(ctx.service, input)),
  setCredits: staffProcedure('courses.write')
    .input(z.strictObject({ courseId: id, seen: creditList, credits: creditList, key: commandKey }))
    .mutation(({ ctx, input }) => setCourseCredits(ctx.service, input)),
})
