/** Whose call it is; taken from the page's request. */
export interface CallOrigin {
  readonly cookie: string | undefined
  readonly requestId: string
  readonly ip: string
}

/** What the server entry lends to the pages: they run in its process, but are bundled without the database. */
export interface Bridge<Caller> {
  callerFor(origin: CallOrigin): Promise<Caller>
}

// A process serves one app, and its pages are bundled apart from its entry: they meet on the global object.
const KEY = Symbol.for('good-standing.bridge')

/** The two ends of an app's bridge. */
export function bridgeOf<Caller>() {
  const holder: typeof globalThis & { [KEY]?: Bridge<Caller> } = globalThis
  return {
    lend: (bridge: Bridge<Caller>): void => {
      holder[KEY] = bridge
    },
    borrowed: (): Bridge<Caller> => {
      const bridge = holder[KEY]
      if (!bridge) throw new Error('pages are served by server.ts alone')
      return bridge
    },
  }
}
