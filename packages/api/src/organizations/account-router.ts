import { endMySessions, listMySessions, myProfile, setPreferences } from '@gs/services/organizations'
import { z } from 'zod'
import { commandKey, id, ownProcedure, router } from '../base/index.ts'

/** The own account, in both apps: how one is known here, language, time zone, where one is signed in. */
export const accountRouter = router({
  profile: ownProcedure.query(({ ctx }) => myProfile(ctx.service)),
  setPreferences: ownProcedure
    .input(z.strictObject({ key: commandKey, locale: z.enum(['en', 'es']), timeZone: z.string().max(64) }))
    .mutation(({ ctx, input }) => setPreferences(ctx.service, input)),
  sessions: ownProcedure.query(({ ctx }) => listMySessions(ctx.service)),
  endSessions: ownProcedure
    .input(
      z.strictObject({ key: commandKey, which: z.union([z.enum(['others', 'all']), z.strictObject({ session: id })]) }),
    )
    .mutation(({ ctx, input }) => endMySessions(ctx.service, input)),
})
