import { type OutgoingHttpHeaders, request } from 'node:http'

export interface RawRequest {
  /** As it stands, not made tidy by any library. */
  readonly path: string
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly cookie?: string
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** One request as written, and what came back; redirects are not followed. */
export function raw(base: string, { path, method = 'GET', headers = {}, cookie }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers: { ...headers, ...(cookie ? { cookie } : {}) } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

/** As `raw`; the framework's own redirect to the same page (which names the kind of answer) is followed once. */
export async function asRsc(base: string, asked: RawRequest): Promise<RawAnswer> {
  const headers = { ...asked.headers, RSC: '1' }
  const first = await raw(base, { ...asked, headers })
  const to = String(first.headers.location ?? '')
  if (first.status !== 307 || !to.includes('_rsc')) return first
  const { pathname, search } = new URL(to, base)
  return raw(base, { ...asked, path: pathname + search, headers })
}
