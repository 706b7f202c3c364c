import { router } from '../base/index.ts'
import { accountRouter } from '../organizations/account-router.ts'
import { sessionRouter } from '../session/router.ts'

const sharedRouter = router({ account: accountRouter, session: sessionRouter })

/** What the portal and the console both offer under the same names; the lobby knows no more of either. */
export type SharedRouter = typeof sharedRouter
