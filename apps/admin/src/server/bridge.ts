import type { AdminRouter } from '@gs/api'

/** The router called in process, in the name of one session. */
export type Caller = ReturnType<AdminRouter['createCaller']>

/** Whose call it is; taken from the page's request. */
export interface CallOrigin {
  readonly cookie: string | undefined
  readonly requestId: string
  readonly ip: string
}

/** What the server entry lends to the pages: they run in its process, but are bundled without the database. */
export interface Bridge {
  callerFor(origin: CallOrigin): Promise<Caller>
}

const KEY = Symbol.for('good-standing.console.bridge')
const holder: typeof globalThis & { [KEY]?: Bridge } = globalThis

export function lend(bridge: Bridge): void {
  holder[KEY] = bridge
}

export function borrowed(): Bridge {
  const bridge = holder[KEY]
  if (!bridge) throw new Error('pages are served by server.ts alone')
  return bridge
}
