import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY_LIMIT = 16 * 1024

/** A request that is not answered further: status and code. */
export class HttpFault extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

/**
 * Reads a JSON body. Only JSON is taken: a form of another site cannot send it without asking first.
 * Throws HttpFault 413, 415 or 400.
 */
export async function readJson(req: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) throw new HttpFault(415, 'body.not-json')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of req) {
    const piece: Buffer = Buffer.from(chunk)
    bytes += piece.byteLength
    if (bytes > BODY_LIMIT) throw new HttpFault(413, 'body.too-large')
    chunks.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new HttpFault(400, 'body.not-json')
  }
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly cookies?: readonly string[]
  /** Seconds to wait. */
  readonly retryAfter?: number | undefined
}

/** Sends an answer that nobody may keep. Cookies set before by others stay. */
export function send(res: ServerResponse, { status, body, cookies = [], retryAfter }: Answer): void {
  res.statusCode = status
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Cache-Control', 'private, no-store')
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
  if (cookies.length > 0) res.appendHeader('Set-Cookie', cookies)
  res.end(JSON.stringify(body))
}
