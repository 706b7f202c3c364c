import type { IncomingMessage, ServerResponse } from 'node:http'
import { withIdentity } from '@gs/db'
import type { Result } from '@gs/domain'
import { z } from 'zod'
import { changePassword } from './change-password.ts'
import { type CookieNames, readCookies, writeCookie } from './cookies.ts'
import { HashingBusy } from './hashing.ts'
import { type Answer, HttpFault, readJson, send } from './http.ts'
import { acceptInvitation, viewInvitation } from './invitations.ts'
import { callLibrary, type LibraryAction, type LibrarySettings, openToken, sealToken } from './library.ts'
import type { AuthRefusal, SignedIn } from './outcome.ts'
import { requestReset, resetPassword } from './password-resets.ts'
import type { Deps, Visitor } from './ports.ts'
import { endSession, type OpenedSession, type Session } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { switchOrganisation } from './switch-organisation.ts'
import { hashToken } from './tokens.ts'

export interface HandlerParts {
  readonly deps: Deps
  readonly settings: LibrarySettings
  readonly visitorOf: (req: IncomingMessage) => Visitor
  readonly resolve: (cookieHeader: string | undefined) => Promise<Session | null>
}

interface Call extends HandlerParts {
  readonly visitor: Visitor
  readonly cookieHeader: string | undefined
  readonly input: unknown
}

type Way = (call: Call) => Promise<Answer>

const password = z.string().max(1024)
const token = z.string().max(400)
const name = z.string().max(100).default('')
const Credentials = z.strictObject({ email: z.string().max(320), password, csrfToken: z.string().max(200) })
const Csrf = z.strictObject({ csrfToken: z.string().max(200) })
const Forgot = z.strictObject({ email: z.string().max(320) })
const Reset = z.strictObject({ token, password })
const View = z.strictObject({ token })
const Accept = z.strictObject({ token, password, givenName: name, familyName: name })
const Switch = z.strictObject({ orgId: z.uuid() })
const Change = z.strictObject({ current: password, password })

/** Everything below /api/auth. What is not listed here does not exist, whatever the library may know. */
const WAYS: Readonly<Record<string, Way>> = {
  'GET csrf': giveCsrf,
  'GET session': tellSession,
  'POST callback/credentials': takeCredentials,
  'POST signout': signOut,
  'POST forgot': async ({ deps, visitor, input }) =>
    answerOf(await requestReset(deps, { ...Forgot.parse(input), visitor }), () => ({ status: 202, body: {} })),
  'POST reset': async ({ deps, visitor, input }) =>
    answerOf(await resetPassword(deps, { ...Reset.parse(input), visitor }), () => ({ status: 200, body: {} })),
  'POST invitation': async ({ deps, visitor, input }) =>
    answerOf(await viewInvitation(deps, { ...View.parse(input), visitor }), (view) => ({
      status: 200,
      body: { ...view },
    })),
  'POST accept': async (call) => {
    const accepted = await acceptInvitation(call.deps, { ...Accept.parse(call.input), visitor: call.visitor })
    if (accepted.ok && !accepted.value) return { status: 200, body: { signedIn: false } }
    return answerOf(accepted, (session) => (session ? withCookie(call, session, { signedIn: true }) : REFUSED))
  },
  'POST switch': (call) =>
    signedIn(call, async (session) => {
      const { orgId } = Switch.parse(call.input)
      const opened = await switchOrganisation(call.deps, session, { orgId, visitor: call.visitor })
      return answerOf(opened, (next) => withCookie(call, next, {}))
    }),
  'POST password': (call) =>
    signedIn(call, async (session) => {
      const change = { ...Change.parse(call.input), visitor: call.visitor }
      return answerOf(await changePassword(call.deps, session, change), (next) => withCookie(call, next, {}))
    }),
}

const REFUSED: Answer = { status: 401, body: { code: 'sign-in.refused' } }
const PREFIX = '/api/auth/'

/** Answers a request below /api/auth. */
export async function handleAuth(parts: HandlerParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  send(res, await answer(parts, req))
}

async function answer(parts: HandlerParts, req: IncomingMessage): Promise<Answer> {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname
  const way = path.startsWith(PREFIX) && WAYS[`${req.method} ${path.slice(PREFIX.length)}`]
  if (!way) return { status: 404, body: { code: 'way.unknown' } }
  try {
    const input = req.method === 'POST' ? await readJson(req) : {}
    return await way({ ...parts, input, visitor: parts.visitorOf(req), cookieHeader: req.headers.cookie })
  } catch (error) {
    if (error instanceof HttpFault) return { status: error.status, body: { code: error.code } }
    if (error instanceof z.ZodError) return { status: 400, body: { code: 'body.invalid' } }
    if (error instanceof HashingBusy) return { status: 503, body: { code: 'busy' }, retryAfter: 2 }
    throw error
  }
}

const STATUS: Readonly<Record<AuthRefusal['code'], number>> = {
  'sign-in.refused': 401,
  'session.none': 401,
  'sign-in.no-role': 403,
  'limit.reached': 429,
  'reset.unusable': 400,
  'invitation.unusable': 400,
  'organisation.unknown': 404,
  'password.short': 422,
  'password.long': 422,
  'password.common': 422,
  'password.context': 422,
  'password.wrong': 422,
  'name.missing': 422,
}

async function answerOf<T>(
  result: Result<T, AuthRefusal>,
  success: (value: T) => Answer | Promise<Answer>,
): Promise<Answer> {
  return result.ok ? success(result.value) : refusalOf(result.error)
}

function refusalOf(refusal: AuthRefusal): Answer {
  const retryAfter = refusal.code === 'limit.reached' ? refusal.retryAfter : undefined
  const body = retryAfter === undefined ? { code: refusal.code } : { code: refusal.code, retryAfter }
  return { status: STATUS[refusal.code], body, retryAfter }
}

async function withCookie(call: Call, session: OpenedSession, body: Answer['body']): Promise<Answer> {
  const { secret, names, secure } = call.settings
  const sealed = await sealToken(session.token, secret, session.seconds)
  const cookie = writeCookie(names.session, sealed, { secure, maxAge: session.seconds })
  return { status: 200, body, cookies: [cookie] }
}

async function signedIn(call: Call, work: (session: Session) => Promise<Answer>): Promise<Answer> {
  const session = await call.resolve(call.cookieHeader)
  return session ? work(session) : refusalOf({ code: 'session.none' })
}

/** Of the cookies only the two that the library needs reach it: what else a browser sends cannot upset it. */
function libraryCookies(names: CookieNames, header: string | undefined): Record<string, string> {
  const all = readCookies(header)
  const kept = [names.session, names.csrf].flatMap((name) => (all[name] ? [[name, all[name]] as const] : []))
  return Object.fromEntries(kept)
}

const NEVER = async (): Promise<undefined> => undefined

async function giveCsrf(call: Call): Promise<Answer> {
  const given = await toLibrary(call, 'csrf', {})
  return { status: 200, body: z.object({ csrfToken: z.string() }).parse(given.body), cookies: given.cookies }
}

function toLibrary(
  call: Call,
  action: LibraryAction,
  body: Readonly<Record<string, unknown>>,
  does: { authorize?: () => Promise<string | undefined>; signOut?: (sessionToken: string) => Promise<void> } = {},
) {
  return callLibrary(call.settings, {
    action,
    method: action === 'csrf' ? 'GET' : 'POST',
    cookies: libraryCookies(call.settings.names, call.cookieHeader),
    body: { ...body, json: 'true' },
    authorize: does.authorize ?? NEVER,
    signOut: does.signOut ?? NEVER,
  })
}

async function tellSession(call: Call): Promise<Answer> {
  const session = await call.resolve(call.cookieHeader)
  if (!session) return { status: 200, body: { signedIn: false } }
  const { personName, orgName, expiresAt } = session
  return { status: 200, body: { signedIn: true, personName, orgName, expiresAt } }
}

async function takeCredentials(call: Call): Promise<Answer> {
  const { email, password: typed, csrfToken } = Credentials.parse(call.input)
  let outcome: Result<SignedIn, AuthRefusal> | undefined
  let fault: unknown
  const authorize = async (): Promise<string | undefined> => {
    try {
      const previous = await previousToken(call)
      outcome = await signIn(call.deps, { email, password: typed, visitor: call.visitor, previous })
      return outcome.ok ? outcome.value.session.token : undefined
    } catch (error) {
      // The library would turn it into a refusal.
      fault = error
      return undefined
    }
  }
  const given = await toLibrary(call, 'callback/credentials', { csrfToken }, { authorize })
  if (fault !== undefined) throw fault
  if (!outcome) return { status: 403, body: { code: 'csrf.wrong' }, cookies: given.cookies }
  if (!outcome.ok) return refusalOf(outcome.error)
  const { organisations, locale } = outcome.value
  return { status: 200, body: { organisations, locale }, cookies: given.cookies }
}

async function previousToken({ settings, cookieHeader }: Call): Promise<Buffer | undefined> {
  const sealed = readCookies(cookieHeader)[settings.names.session]
  const opened = sealed ? await openToken(sealed, settings.secret) : undefined
  return opened ? hashToken(opened) : undefined
}

async function signOut(call: Call): Promise<Answer> {
  const { csrfToken } = Csrf.parse(call.input)
  let reached = false
  const end = async (sessionToken: string): Promise<void> => {
    await withIdentity(call.deps.database, (tx) => endSession(tx, hashToken(sessionToken)))
    reached = true
  }
  const given = await toLibrary(call, 'signout', { csrfToken }, { signOut: end })
  const verified = reached || !JSON.stringify(given.body ?? '').includes('csrf=true')
  return verified
    ? { status: 200, body: {}, cookies: given.cookies }
    : { status: 403, body: { code: 'csrf.wrong' }, cookies: given.cookies }
}
