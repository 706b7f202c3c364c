import type { Session } from '@gs/auth'
import type { Deps } from '@gs/services'
import type { AnyTRPCRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

export interface Call {
  readonly router: AnyTRPCRouter
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly input: unknown
  readonly session: Session | null
  readonly deps: Deps
}

/** What came over the wire. */
export interface CallAnswer {
  readonly ok: boolean
  /** The code of tRPC where it was refused. */
  readonly code: string | null
  /** The code of ours: why. */
  readonly reason: string | null
  readonly value: unknown
  /** The whole body as the caller reads it. */
  readonly text: string
}

interface Wire {
  readonly result?: { readonly data?: unknown }
  readonly error?: { readonly data: { readonly code: string; readonly reason: string | null } }
}

/** Calls one procedure as a request does, from the bytes that come in to those that go out. */
export async function call({ router, path, type, input, session, deps }: Call): Promise<CallAnswer> {
  const url = new URL(`http://localhost/api/trpc/${path}`)
  const body = input === undefined ? undefined : JSON.stringify(input)
  if (type === 'query' && body !== undefined) url.searchParams.set('input', body)
  const request =
    type === 'query'
      ? new Request(url)
      : new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? null })
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    router,
    req: request,
    createContext: () => ({ deps, session, requestId: 'access', ip: '127.0.0.1' }),
  })
  const text = await response.text()
  const wire = JSON.parse(text) as Wire
  return {
    ok: response.ok,
    code: wire.error?.data.code ?? null,
    reason: wire.error?.data.reason ?? null,
    value: wire.result?.data,
    text,
  }
}
