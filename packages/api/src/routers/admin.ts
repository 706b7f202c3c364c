import { router } from '../base/index.ts'
import { sessionRouter } from '../session/router.ts'

/** What the console may call. */
export const adminRouter = router({
  session: sessionRouter,
})
export type AdminRouter = typeof adminRouter
