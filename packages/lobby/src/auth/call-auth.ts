/** What a way of the sign-in's own handler answered. */
export type AuthAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly failure: AuthFailure }

/** Why not: a stable code, and the seconds to wait where it was tried too often. */
export interface AuthFailure {
  readonly code: string
  readonly seconds: number
}

const failed = (code: string, seconds = 0): AuthAnswer => ({ ok: false, failure: { code, seconds } })

/** Calls the handler below /api/auth. Never throws: no connection is one of the answers. */
export async function callAuth(way: string, body?: Readonly<Record<string, unknown>>): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth/${way}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    const answer: Record<string, unknown> = await response.json()
    if (response.ok) return { ok: true, body: answer }
    return failed(typeof answer.code === 'string' ? answer.code : 'unknown', Number(answer.retryAfter ?? 0))
  } catch {
    return failed('network')
  }
}

/** As `callAuth`, for the ways that ask for the token which only our own pages can read. */
export async function callWithToken(way: string, body: Readonly<Record<string, unknown>>): Promise<AuthAnswer> {
  const given = await callAuth('csrf')
  return given.ok ? callAuth(way, { ...body, csrfToken: given.body.csrfToken }) : given
}
