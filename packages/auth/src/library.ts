import { createRequire } from 'node:module'
import type { CookieNames } from './cookies.ts'

/**
 * The sign-in library, through the narrow face that we use of it: the credentials flow with its CSRF token, and the
 * encryption of the cookie. This file is its only importer. It is CommonJS written for Next, hence `createRequire`
 * and the request and response made for it below.
 */
const require = createRequire(import.meta.url)
const library: { default: NodeHandler } = require('next-auth')
const credentialsProvider: { default: (options: object) => object } = require('next-auth/providers/credentials')
const jwt: {
  encode(options: { token: object; secret: string; maxAge: number }): Promise<string>
  decode(options: { token: string; secret: string }): Promise<Record<string, unknown> | null>
} = require('next-auth/jwt')

type NodeHandler = (req: LibraryRequest, res: LibraryResponse, options: object) => Promise<unknown>

interface LibraryRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly query: Readonly<Record<string, string | string[]>>
  readonly cookies: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

interface LibraryResponse {
  status(code: number): LibraryResponse
  getHeader(name: string): string | string[] | undefined
  setHeader(name: string, value: string | string[]): LibraryResponse
  json(body: unknown): void
  send(body: unknown): void
  end(): void
}

/** What the library answered, before it is turned into an answer of ours. */
export interface LibraryAnswer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: unknown
  /** Where it would send the browser. */
  readonly redirect: string | undefined
}

export type LibraryAction = 'csrf' | 'callback/credentials' | 'signout'

export interface LibraryCall {
  readonly action: LibraryAction
  readonly method: 'GET' | 'POST'
  readonly cookies: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  /** Called where the CSRF token is right; answers the session token, or nothing. */
  readonly authorize: () => Promise<string | undefined>
  /** Called with the session token that signs out. */
  readonly signOut: (sessionToken: string) => Promise<void>
}

export interface LibrarySettings {
  readonly secret: string
  readonly names: CookieNames
  readonly secure: boolean
  /** Seconds that the cookie lasts at most. */
  readonly maxAge: number
}

/** Lets the library handle one request. */
export async function callLibrary(settings: LibrarySettings, call: LibraryCall): Promise<LibraryAnswer> {
  const answer = {
    status: 200,
    cookies: [] as string[],
    body: undefined as unknown,
    redirect: undefined as string | undefined,
  }
  const response: LibraryResponse = {
    status(code) {
      answer.status = code
      return response
    },
    getHeader: (name) => (name === 'Set-Cookie' ? answer.cookies : undefined),
    setHeader(name, value) {
      if (name === 'Set-Cookie') answer.cookies = typeof value === 'string' ? [value] : value
      if (name === 'Location') answer.redirect = String(value)
      return response
    },
    json(body) {
      answer.body = body
    },
    send(body) {
      answer.body = body
    },
    end() {},
  }
  const request: LibraryRequest = {
    method: call.method,
    headers: {},
    query: { nextauth: call.action.split('/') },
    cookies: call.cookies,
    body: call.body,
  }
  await library.default(request, response, optionsFor(settings, call))
  const cookies = answer.cookies.filter((cookie) => !cookie.startsWith(`${settings.names.redirect}=`))
  return { ...answer, cookies }
}

function optionsFor({ secret, names, secure, maxAge }: LibrarySettings, call: LibraryCall): object {
  const cookie = (name: string) => ({ name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } })
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge },
    cookies: {
      sessionToken: cookie(names.session),
      csrfToken: cookie(names.csrf),
      callbackUrl: cookie(names.redirect),
    },
    providers: [
      credentialsProvider.default({
        credentials: {},
        authorize: async () => {
          const id = await call.authorize()
          return id ? { id } : null
        },
      }),
    ],
    callbacks: {
      redirect: ({ baseUrl }: { baseUrl: string }) => baseUrl,
      // The cookie holds the opaque session token and nothing of the person.
      jwt: ({ token, user }: { token: { sid?: string }; user?: { id: string } }) => ({ sid: user?.id ?? token.sid }),
    },
    events: {
      signOut: async ({ token }: { token: { sid?: string } | null }) => {
        if (token?.sid) await call.signOut(token.sid)
      },
    },
    // A cookie that cannot be read is no event for the log: it is signed out.
    logger: { error() {}, warn() {}, debug() {} },
  }
}

/** The cookie value that carries a session token. */
export const sealToken = (token: string, secret: string, maxAge: number): Promise<string> =>
  jwt.encode({ token: { sid: token }, secret, maxAge })

/** The session token in a cookie value; nothing where it was not sealed by us or is over. */
export async function openToken(sealed: string, secret: string): Promise<string | undefined> {
  try {
    const payload = await jwt.decode({ token: sealed, secret })
    return typeof payload?.sid === 'string' ? payload.sid : undefined
  } catch {
    return undefined
  }
}
