import type { PortalRouter } from '@gs/api'

type Caller = ReturnType<PortalRouter['createCaller']>

export type CredentialPage = Awaited<ReturnType<Caller['credentials']['show']>>
export type CredentialListed = Awaited<ReturnType<Caller['credentials']['list']>>[number]
