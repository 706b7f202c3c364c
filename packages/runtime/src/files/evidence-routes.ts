import type { IncomingMessage } from 'node:http'
import type { Limits } from '@gs/auth'
import type { Actor } from '@gs/domain/organizations'
import { EVIDENCE_LIMIT } from '@gs/domain/reviews'
import { CommandConflict, type Deps, Refusal, type RefusalKind, refuse, type ServiceContext } from '@gs/services'
import { keepFile, openFile } from '@gs/services/files'
import { answerJson } from '../http/answer.ts'
import { setRetryAfter } from '../http/retry-after.ts'
import type { Exchange, Route } from '../http/route.ts'
import { attachment } from './attachment.ts'

export interface EvidenceRoutesOptions {
  readonly deps: Deps
  /** Who asks, from the request's cookie; nothing where nobody is signed in. */
  readonly actorOf: (cookie: string | undefined) => Promise<Actor | undefined>
  /** `own`: trainers hand in and fetch their own; `reviewer`: those who decide fetch what they may see. */
  readonly as: 'own' | 'reviewer'
  /** Counts what is handed in; absent where nothing is limited. */
  readonly limits?: Limits
}

const PATH = '/files/evidence'
const ONE = /^\/files\/evidence\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/
const KEY = /^[\w.-]{8,80}$/

const STATUS: Record<RefusalKind, number> = {
  invalid: 400,
  // What may not be seen is not there.
  forbidden: 404,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  unprocessable: 422,
  'too-many': 429,
}

/**
 * Evidence over plain HTTP: `POST /files/evidence` takes the bytes of one file (its name in `X-File-Name`, encoded as in
 * an address; the key of the intent in `X-Command-Key`), `GET /files/evidence/ID` gives them back, to be saved, never
 * shown in place.
 */
export function evidenceRoutes(options: EvidenceRoutesOptions): readonly Route[] {
  const download: Route = {
    name: 'evidence',
    bodyLimit: 0,
    matches: ({ path, request }) => (request.method === 'GET' || request.method === 'HEAD') && ONE.test(path),
    handle: (exchange) => answering(exchange, options, (ctx) => send(exchange, ctx, options.as)),
  }
  const upload: Route = {
    name: 'evidence-upload',
    bodyLimit: EVIDENCE_LIMIT,
    matches: ({ path, request }) => request.method === 'POST' && path === PATH,
    handle: (exchange) => answering(exchange, options, (ctx) => receive(exchange, ctx, options.limits)),
  }
  return options.as === 'own' ? [upload, download] : [download]
}

async function answering(
  exchange: Exchange,
  { deps, actorOf }: EvidenceRoutesOptions,
  work: (ctx: ServiceContext) => Promise<void>,
): Promise<void> {
  const { request, response, requestId } = exchange
  const actor = await actorOf(request.headers.cookie)
  if (!actor) return answerJson(response, 401, { error: 'session.none' })
  try {
    await work({ ...deps, actor, requestId })
  } catch (error) {
    setRetryAfter(response, error)
    if (error instanceof Refusal) return answerJson(response, STATUS[error.kind], { error: error.code })
    if (error instanceof CommandConflict)
      return answerJson(response, error.code === 'command.in-flight' ? 409 : 422, { error: error.code })
    throw error
  }
}

async function receive(
  { request, response }: Exchange,
  ctx: ServiceContext,
  limits: Limits | undefined,
): Promise<void> {
  const key = single(request, 'x-command-key')
  const purpose = single(request, 'x-file-purpose')
  const name = decoded(single(request, 'x-file-name'))
  // No form of another site can send this type, whatever else fails.
  if (request.headers['content-type'] !== 'application/octet-stream' || !KEY.test(key) || name === undefined)
    return answerJson(response, 400, { error: 'input.invalid' })
  if (purpose !== 'evidence' && purpose !== 'card') return answerJson(response, 400, { error: 'input.invalid' })
  const seconds = await limits?.consume('upload', `${ctx.actor.orgId} ${ctx.actor.personId}`)
  if (seconds !== undefined) throw refuse('too-many', 'limit.reached', { params: { seconds } })
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const kept = await keepFile(ctx, { key: `file:${key}`, purpose, name, content: Buffer.concat(chunks) })
  answerJson(response, 201, kept)
}

async function send({ request, response, path }: Exchange, ctx: ServiceContext, as: 'own' | 'reviewer'): Promise<void> {
  const fileId = ONE.exec(path)?.[1] ?? ''
  const file = await openFile(ctx, { fileId, as })
  response.statusCode = 200
  response.setHeader('Content-Type', file.mediaType)
  response.setHeader('Content-Length', file.content.byteLength)
  response.setHeader('Content-Disposition', attachment(file.name))
  // A file opened in place all the same runs nothing and loads nothing.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  response.end(request.method === 'HEAD' ? undefined : file.content)
}

const single = (request: IncomingMessage, header: string): string => {
  const value = request.headers[header]
  return typeof value === 'string' ? value : ''
}

function decoded(text: string): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text)
  } catch {
    return undefined
  }
}
