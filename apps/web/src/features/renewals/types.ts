import type { PortalRouter } from '@gs/api'

export type OwnRenewals = Awaited<ReturnType<ReturnType<PortalRouter['createCaller']>['renewals']['own']>>
export type RenewableHolding = OwnRenewals['holdings'][number]
export type RenewalView = OwnRenewals['history'][number]
export type Arithmetic = RenewableHolding['arithmetic']
