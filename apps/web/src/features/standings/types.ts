import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

/** What the portal's first page shows. */
export type StandingPage = Awaited<ReturnType<Caller['standing']['page']>>
export type HoldingView = StandingPage['holdings'][number]
export type Reason = HoldingView['reasons'][number]
