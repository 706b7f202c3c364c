import type { AdminRouter } from '@gs/api'
import { bridgeOf } from '@gs/lobby/bridge'

/** The router called in process, in the name of one session. */
export type Caller = ReturnType<AdminRouter['createCaller']>

export const { lend, borrowed } = bridgeOf<Caller>()
