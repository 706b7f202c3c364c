import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A fresh nonce for the scripts and styles of one page. */
export const makeNonce = (): string => randomBytes(16).toString('base64')

/** What a page may load: its own origin, scripts and style sheets only with the nonce of this very answer. */
export function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Lengths and positions computed on the server (bars, rings, virtual lists) stand in style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return [...rules, ...(secure ? ['upgrade-insecure-requests'] : [])].join('; ')
}

const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // An address may hold a verification code or an invitation: other sites learn none of it.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'X-Permitted-Cross-Domain-Policies': 'none',
}

export const PRIVATE = 'private, no-store'

/** Sets what every answer carries. `policy` is the one that the page was told. */
export function setSecurityHeaders(
  response: ServerResponse,
  { policy, secure }: { policy: string; secure: boolean },
): void {
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', policy)
  if (secure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  response.setHeader('Cache-Control', PRIVATE)
}

/** Keeps `private, no-store` against whatever a later handler sets: only files named by their content may be cached. */
export function pinCacheControl(response: ServerResponse): void {
  const set = response.setHeader.bind(response)
  response.setHeader = (name, value) => (name.toLowerCase() === 'cache-control' ? response : set(name, value))
}

const INTERNAL =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-matched-path|x-original-|x-rewrite-|x-now-|x-vercel-|x-gs-)/
const ACTIONS = new Set(['next-action', 'x-action', 'x-http-method-override', 'x-method-override', 'x-http-method'])

/**
 * Removes what only the framework itself or a proxy in front may say (its middleware bypass, rewrites, forwarded
 * addresses) and what we have no use for. Forwarded headers stay where the operator trusts a proxy.
 */
export function stripInternalHeaders(request: IncomingMessage, trustProxy: number): void {
  for (const name of Object.keys(request.headers)) {
    const forwarded = name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip'
    if (INTERNAL.test(name) || ACTIONS.has(name) || (forwarded && trustProxy === 0)) delete request.headers[name]
  }
  // Only the operator's own URL_WEB and URL_ADMIN name this site, whatever a proxy passes on.
  delete request.headers['x-forwarded-host']
}
