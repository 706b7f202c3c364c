import type { SharedRouter } from '@gs/api'

/** The calls that both apps lend to the pages of the lobby. */
export type SharedCaller = ReturnType<SharedRouter['createCaller']>
