import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '@gs/db'
import { cookieNames, readCookies } from './cookies.ts'
import { handleAuth } from './handler.ts'
import { createHasher, type Hasher } from './hashing.ts'
import { type LibrarySettings, openToken } from './library.ts'
import { createLimits, NO_LIMITS } from './limits.ts'
import type { Clock, Deps, Ids, JobQueue, Visitor } from './ports.ts'
import { type App, SESSION_POLICY } from './session-policy.ts'
import { type Session, sessionResolver } from './sessions.ts'
import { hashToken } from './tokens.ts'

export interface AuthOptions {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly queue: JobQueue
  /** Seals the cookies; another secret signs everybody out. At least 32 characters. */
  readonly secret: string
  readonly app: App
  /** With https: `__Host-` names and Secure. */
  readonly secureCookies: boolean
  readonly limits: boolean
  /** The visitor's network address; the socket's where a proxy does not tell. */
  readonly addressOf?: (req: IncomingMessage) => string
  /** Shared between the two apps where one process serves both. */
  readonly hasher?: Hasher
}

export interface Auth {
  /** Answers everything below /api/auth. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>
  /** The live session of a Cookie header, asked of the database each time; nothing where there is none. */
  resolve(cookieHeader: string | undefined): Promise<Session | null>
  /** The hash by which the session of a Cookie header is found, whether it lives or not; for work that looks for it itself. */
  hashOf(cookieHeader: string | undefined): Promise<Buffer | undefined>
}

const SEALS_REMEMBERED = 10_000

/** Sign-in for one app: the sign-in library behind our own face, with sessions that are rows of ours. */
export function createAuth(options: AuthOptions): Auth {
  const { app, secret, secureCookies } = options
  const limits = options.limits ? createLimits(options.database) : NO_LIMITS
  const deps: Deps = { ...options, limits, hasher: options.hasher ?? createHasher() }
  const names = cookieNames(app, secureCookies)
  const settings: LibrarySettings = {
    // Each app seals with its own, so that a cookie of the portal is nothing to the console.
    secret: `${secret}:${app}`,
    names,
    secure: secureCookies,
    maxAge: SESSION_POLICY[app].absoluteSeconds,
  }
  const tokenHashOf = rememberSeals(settings.secret)
  const sessionOf = sessionResolver(options.database, app)
  const hashOf = async (cookieHeader: string | undefined): Promise<Buffer | undefined> => {
    const sealed = readCookies(cookieHeader)[names.session]
    return sealed ? tokenHashOf(sealed) : undefined
  }
  const resolve = async (cookieHeader: string | undefined): Promise<Session | null> => {
    const tokenHash = await hashOf(cookieHeader)
    return tokenHash ? sessionOf(tokenHash) : null
  }
  const visitorOf = (req: IncomingMessage): Visitor => ({
    address: options.addressOf?.(req) ?? req.socket.remoteAddress ?? '',
    userAgent: req.headers['user-agent'] ?? '',
  })
  return { resolve, hashOf, handle: (req, res) => handleAuth({ deps, settings, visitorOf, resolve }, req, res) }
}

/**
 * Opening a seal costs far more than asking the database, and what was inside never changes: so that is remembered.
 * Whether the session lives is not: the database is asked at every request.
 */
function rememberSeals(secret: string): (sealed: string) => Promise<Buffer | undefined> {
  const known = new Map<string, Buffer>()
  return async (sealed) => {
    const found = known.get(sealed)
    if (found) return found
    const token = await openToken(sealed, secret)
    if (token === undefined) return undefined
    const hash = hashToken(token)
    if (known.size >= SEALS_REMEMBERED) known.clear()
    known.set(sealed, hash)
    return hash
  }
}
