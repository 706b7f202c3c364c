import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is known of a request before it is handled. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Path of the address, not decoded, without its query. */
  readonly path: string
  readonly requestId: string
  readonly ip: string
}

/** One handler in front of the pages. The first route that matches has the request. */
export interface Route {
  /** For the log. */
  readonly name: string
  /** Largest body in bytes. */
  readonly bodyLimit: number
  matches(exchange: Exchange): boolean
  handle(exchange: Exchange): Promise<void> | void
}

/** Matches the path itself and everything below it. */
export const under =
  (prefix: string) =>
  ({ path }: Pick<Exchange, 'path'>): boolean =>
    path === prefix || path.startsWith(`${prefix}/`)

/** Whether the caller would rather have JSON than a page. */
export function wantsJson(request: IncomingMessage): boolean {
  const accept = request.headers.accept ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
