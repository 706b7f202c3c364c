import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Reads what the page shows, in the name of whoever asks. */
export interface PageReader {
  me(): Promise<unknown>
  page(): Promise<unknown>
}

export interface PageMemoOptions {
  readonly pages: Pages
  readonly readerFor: (request: IncomingMessage) => Promise<PageReader>
}

/** A page as it was set once, cut where its nonce stood. */
interface SetPage {
  readonly parts: readonly Buffer[]
  readonly headers: OutgoingHttpHeaders
}

/** Pages kept; at about 90 kB each. */
const KEPT = 200
/** Below this a compressed answer is not worth its time. */
const GZIP_FROM = 1024
const compressed = promisify(gzip)

/**
 * The first page, set once for the same content. Whoever asks, and everything that the page shows, is read anew for
 * every request; only where all of it is what it was before (the person, the organisation, each figure, the day, the
 * language, the theme) is the page that was set then sent again, with a nonce of its own. So nothing can be stale, and
 * nobody can get another's page. Setting it takes several times as long as reading it.
 */
export function memoFirstPage({ pages, readerFor }: PageMemoOptions): Pages {
  const kept = new Map<string, SetPage>()
  return async (request, response) => {
    const key = isFirstPage(request) ? await contentKey(request, readerFor) : undefined
    if (key === undefined) return pages(request, response)
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return send(request, response, known)
    }
    // Kept as it is before compression, because its nonce is replaced.
    delete request.headers['accept-encoding']
    capture(response, nonceOf(request), (page) => {
      kept.set(key, page)
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
    })
    return pages(request, response)
  }
}

/** The whole page as a browser opens it: not a part that the framework fetches. */
const isFirstPage = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'GET' && url === '/' && headers.rsc === undefined && headers['next-router-state-tree'] === undefined

const nonceOf = ({ headers }: IncomingMessage): string => String(headers['x-gs-nonce'])

/** Everything that decides what the page says; nothing for whoever is not signed in. */
async function contentKey(
  request: IncomingMessage,
  readerFor: PageMemoOptions['readerFor'],
): Promise<string | undefined> {
  const { cookie = '', 'accept-language': languages = '' } = request.headers
  const choices = ['gs_locale', 'gs_theme'].map(
    (name) => new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(cookie)?.[1] ?? '',
  )
  try {
    const reader = await readerFor(request)
    const shown = await Promise.all([reader.me(), reader.page()])
    return createHash('sha256')
      .update(JSON.stringify([choices, languages, shown]))
      .digest('base64')
  } catch {
    // The page itself says what is wrong, or leads to the sign-in page.
    return undefined
  }
}

async function send(request: IncomingMessage, response: ServerResponse, { parts, headers }: SetPage): Promise<void> {
  const nonce = Buffer.from(nonceOf(request))
  const body = Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [nonce, part])))
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
  response.statusCode = 200
  if (body.length < GZIP_FROM || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    response.setHeader('Content-Length', body.length)
    response.end(body)
    return
  }
  const packed = await compressed(body, { level: 4 })
  response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', packed.length)
  response.end(packed)
}

/** Headers that belong to the page and not to the answer. */
const OF_THE_PAGE = ['content-type', 'vary'] as const

/** Listens to an answer while it is written; a whole page of status 200 is handed on. */
function capture(response: ServerResponse, nonce: string, keep: (page: SetPage) => void): void {
  const chunks: Buffer[] = []
  const hear = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const { write, end } = response
  response.write = (...args: unknown[]): boolean => {
    hear(args[0])
    return Reflect.apply(write, response, args)
  }
  response.end = (...args: unknown[]): ServerResponse => {
    hear(args[0])
    return Reflect.apply(end, response, args)
  }
  response.once('finish', () => {
    const isPage = String(response.getHeader('content-type')).startsWith('text/html')
    if (response.statusCode !== 200 || !isPage || response.getHeader('content-encoding')) return
    keep({
      parts: Buffer.concat(chunks)
        .toString('utf8')
        .split(nonce)
        .map((part) => Buffer.from(part)),
      headers: Object.fromEntries(OF_THE_PAGE.map((name) => [name, response.getHeader(name)])),
    })
  })
}
