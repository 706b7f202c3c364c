import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

export type RecordView = Awaited<ReturnType<Caller['records']['show']>>
export type VerifiedRecord = Awaited<ReturnType<Caller['verify']['record']>>
