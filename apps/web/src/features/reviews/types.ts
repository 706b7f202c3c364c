import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

/** What was handed in and what became of it. */
export type OwnSubmission = Awaited<ReturnType<Caller['reviews']['own']>>[number]
/** What the forms offer. */
export type HandInOptions = Awaited<ReturnType<Caller['reviews']['options']>>
