import { type APIRequestContext, request } from '@playwright/test'
import { PASSWORD } from './house.ts'
import { type Procedures, procedures } from './procedures.ts'

/** Somebody who speaks HTTP with one app, without a browser. */
export interface Visitor {
  readonly app: string
  readonly request: APIRequestContext
  readonly api: Procedures
  /** The Cookie header that their browser would send. */
  cookie(): Promise<string>
  /** Everything below /api/auth. */
  auth(way: string, body: unknown): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>
  readonly leave: () => Promise<void>
}

/** Nobody yet: no cookies, no session. */
export async function stranger(app: string, options: { readonly userAgent?: string } = {}): Promise<Visitor> {
  const context = await request.newContext(options)
  return {
    app,
    request: context,
    api: procedures(context, app),
    async cookie() {
      const { cookies } = await context.storageState()
      return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    },
    async auth(way, data) {
      const answer = await context.post(`${app}/api/auth/${way}`, { headers: { Origin: app }, data })
      return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> }
    },
    leave: () => context.dispose(),
  }
}

/** Somebody of the demo, signed in; in the organisation of a name where one is given. */
export async function visitor(app: string, email: string, organisation?: string): Promise<Visitor> {
  const one = await stranger(app)
  await signInAs(one, email)
  if (organisation) await switchTo(one, organisation)
  return one
}

/** Signs in with the demo's password. */
export async function signInAs(one: Visitor, email: string, password = PASSWORD): Promise<void> {
  const { csrfToken } = (await (await one.request.get(`${one.app}/api/auth/csrf`)).json()) as { csrfToken: string }
  const { status, body } = await one.auth('callback/credentials', { email, password, csrfToken })
  if (status !== 200) throw new Error(`${email} could not sign in: ${status} ${JSON.stringify(body)}`)
}

interface Me {
  readonly organisation: { readonly name: string }
  readonly organisations: readonly { readonly orgId: string; readonly name: string }[]
}

/** Switches to an organisation that the account belongs to. */
export async function switchTo(one: Visitor, name: string): Promise<void> {
  const me = await one.api.query<Me>('session.me')
  const found = me.organisations.find((each) => each.name === name)
  if (!found) throw new Error(`no membership in ${name}`)
  const { status } = await one.auth('switch', { orgId: found.orgId })
  if (status !== 200) throw new Error(`could not switch to ${name}: ${status}`)
}
