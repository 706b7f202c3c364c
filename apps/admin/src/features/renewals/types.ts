import type { AdminRouter } from '@gs/api'

type Caller = ReturnType<AdminRouter['createCaller']>

export type RenewalListRow = Awaited<ReturnType<Caller['renewals']['list']>>['rows'][number]
export type RenewalForReview = Awaited<ReturnType<Caller['renewals']['show']>>
export type RenewalView = RenewalForReview['renewal']
export type Arithmetic = RenewalView['arithmetic']
