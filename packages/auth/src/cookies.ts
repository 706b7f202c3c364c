import type { App } from './session-policy.ts'

/** Names differ by app because cookies ignore ports; `__Host-` binds them to host, root path and https. */
export interface CookieNames {
  readonly session: string
  readonly csrf: string
  /** The sign-in library insists on one for its redirects; it is never sent. */
  readonly redirect: string
}

export function cookieNames(app: App, secure: boolean): CookieNames {
  const prefix = secure ? '__Host-' : ''
  // None begins with another's name: the library would take it for a piece of that one.
  return {
    session: `${prefix}gs_${app}`,
    csrf: `${prefix}csrf_gs_${app}`,
    redirect: `${prefix}redirect_gs_${app}`,
  }
}

/** Reads a Cookie header; of two with one name the first counts, and a value that is not well encoded stays as it is. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null)
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 1) continue
    const name = part.slice(0, at).trim()
    if (!(name in cookies)) cookies[name] = decoded(part.slice(at + 1).trim())
  }
  return cookies
}

function decoded(value: string): string {
  const bare = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

export interface CookieAttributes {
  readonly secure: boolean
  /** Seconds until it goes; 0 removes it; without, it goes with the browser. */
  readonly maxAge?: number | undefined
}

/** A Set-Cookie value: out of reach of scripts, not sent along by other sites, for the whole host. */
export function writeCookie(name: string, value: string, { secure, maxAge }: CookieAttributes): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`)
  if (secure) parts.push('Secure')
  return parts.join('; ')
}
