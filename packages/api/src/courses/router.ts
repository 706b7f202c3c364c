import { courseCode, draftEditSchema } from '@gs/domain/courses'
import {
  createCourse,
  listCatalogue,
  listCourses,
  publishCourse,
  readCoursePage,
  readDraft,
  readVersion,
  saveDraft,
} from '@gs/services/courses'
import { z } from 'zod'
import { commandKey, id, ownProcedure, router, staffProcedure, words } from '../base/index.ts'

/** The catalogue, and what each course is worth to whoever looks. */
export const coursesPortalRouter = router({
  catalogue: ownProcedure.query(({ ctx }) => listCatalogue(ctx.service)),
  page: ownProcedure
    .input(z.strictObject({ code: z.string().max(60) }))
    .query(({ ctx, input }) => readCoursePage(ctx.service, input)),
})

const revision = z.int().min(1)

/** Drafts and versions, for authors. */
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
})
