import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

export type OwnHolding = Awaited<ReturnType<Caller['holdings']['own']>>[number]
