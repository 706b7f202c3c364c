import type { PortalRouter } from '@gs/api'

/** The ledger as the caller sees it. */
export type CreditStatement = Awaited<ReturnType<ReturnType<PortalRouter['createCaller']>['credits']['statement']>>
