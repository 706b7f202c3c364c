import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly body: string
  readonly cookies: readonly string[]
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

export interface Asking {
  readonly method?: 'GET' | 'POST'
  readonly cookie?: string
  readonly json?: unknown
}

/** One request over a kept connection. */
export function ask(url: string, { method = 'GET', cookie, json }: Asking = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = json === undefined ? undefined : JSON.stringify(json)
    const sent = request(
      url,
      {
        method,
        agent,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
          ...(method === 'POST' ? { origin: new URL(url).origin } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookies: response.headers['set-cookie'] ?? [],
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const jar = (cookies: readonly string[]): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

/** Signs in as a person would and answers the session's cookie. */
export async function signIn(base: string, email: string, password: string): Promise<string> {
  const csrf = await ask(`${base}/api/auth/csrf`)
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
  const signed = await ask(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    cookie: jar(csrf.cookies),
    json: { email, password, csrfToken },
  })
  if (signed.status !== 200) throw new Error(`${email} could not sign in: ${signed.status} ${signed.body}`)
  return jar([...csrf.cookies, ...signed.cookies])
}

/** Calls procedures in one session. */
export const procedures = (base: string, cookie: string) => ({
  async query<T>(path: string, input?: unknown): Promise<T> {
    const suffix = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return value<T>(path, await ask(`${base}/api/trpc/${path}${suffix}`, { cookie }))
  },
  async mutate<T>(path: string, input: unknown): Promise<T> {
    return value<T>(path, await ask(`${base}/api/trpc/${path}`, { method: 'POST', cookie, json: input }))
  },
})

function value<T>(path: string, { status, body }: Answer): T {
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 300)}`)
  return (JSON.parse(body) as { result: { data: T } }).result.data
}
