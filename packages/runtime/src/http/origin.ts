import type { IncomingMessage } from 'node:http'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** The origins from which a browser may change something here: our own; on the loopback by each of its names. */
export function ownOrigins(url: string): ReadonlySet<string> {
  const own = new URL(url)
  if (!LOOPBACK_NAMES.includes(own.hostname)) return new Set([own.origin])
  return new Set(LOOPBACK_NAMES.map((name) => `${own.protocol}//${name}${own.port ? `:${own.port}` : ''}`))
}

/**
 * Whether the request may change something. Browsers send `Origin` with every request that is not a plain read; where
 * it is absent and a cookie is there, `Sec-Fetch-Site` must say that the page was ours. Programs with a key of their own
 * send neither cookie nor origin.
 */
export function mayMutate(request: IncomingMessage, origins: ReadonlySet<string>): boolean {
  if (SAFE.has(request.method ?? '')) return true
  const { origin, cookie } = request.headers
  if (origin !== undefined) return origins.has(origin)
  return cookie === undefined || request.headers['sec-fetch-site'] === 'same-origin'
}
