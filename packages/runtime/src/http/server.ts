import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from '@gs/services'
import { messageOf } from '../fault.ts'
import { addressOf } from './address.ts'
import { refuseAndClose } from './answer.ts'
import { limitBody } from './body-limit.ts'
import {
  contentSecurityPolicy,
  makeNonce,
  pinCacheControl,
  setSecurityHeaders,
  stripInternalHeaders,
} from './headers.ts'
import { mayMutate, ownOrigins } from './origin.ts'
import type { Exchange, Route } from './route.ts'

export interface HttpServerOptions {
  /** The public address: its protocol decides on the headers, its origin on who may change something. */
  readonly url: string
  readonly trustProxy: number
  readonly routes: readonly Route[]
  /** Answers with a page whatever no route matched. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly logger: Logger
}

const STATIC = '/_next/static/'
/** What stands in these addresses opens something by itself: it is for no log. */
const withoutSecrets = (path: string): string => path.replace(/^\/(calendar|unsubscribe|verify)\/.*/, '/$1/…')

/** Without a proxy in front, paths are what the caller wrote: only plain absolute paths are let in. */
const PLAIN_PATH = /^\/(?![/\\])[^\s\\]*$/

/** One server for each app: what must hold for every answer is done here, before any handler sees the request. */
export function createHttpServer(options: HttpServerOptions): Server {
  const secure = options.url.startsWith('https:')
  const origins = ownOrigins(options.url)
  const server = createServer(
    { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 30_000 },
    (request, response) => {
      const exchange = open(request, response, { options, secure })
      serve(exchange, options, origins).catch((error: unknown) => {
        options.logger.error(
          { requestId: exchange.requestId, path: withoutSecrets(exchange.path), reason: messageOf(error) },
          'request',
        )
        refuseAndClose(response, 500, 'internal')
      })
    },
  )
  server.maxRequestsPerSocket = 10_000
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\n'))
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  return server
}

interface Opening {
  readonly options: HttpServerOptions
  readonly secure: boolean
}

function open(request: IncomingMessage, response: ServerResponse, { options, secure }: Opening): Exchange {
  const ip = addressOf(request, options.trustProxy)
  const requestId = randomUUID()
  const nonce = makeNonce()
  const policy = contentSecurityPolicy(nonce, secure)
  stripInternalHeaders(request, options.trustProxy)
  setSecurityHeaders(response, { policy, secure })
  response.setHeader('X-Request-Id', requestId)
  const target = request.url ?? ''
  const path = target.split('?', 1)[0] ?? ''
  // The framework reads the nonce for its own scripts from the policy in the request; pages read the rest.
  request.headers['content-security-policy'] = policy
  request.headers['x-gs-request-id'] = requestId
  request.headers['x-gs-path'] = path
  request.headers['x-gs-ip'] = ip
  request.headers['x-gs-nonce'] = nonce
  return { request, response, path, requestId, ip }
}

async function serve(exchange: Exchange, options: HttpServerOptions, origins: ReadonlySet<string>): Promise<void> {
  const { request, response } = exchange
  if (!PLAIN_PATH.test(request.url ?? '')) return refuseAndClose(response, 400, 'path')
  if (!mayMutate(request, origins)) return refuseAndClose(response, 403, 'origin')
  const route = options.routes.find((each) => each.matches(exchange))
  if (!route) return servePage(exchange, options)
  if (limitBody(request, route.bodyLimit, () => refuseAndClose(response, 413, 'too-large')))
    await route.handle(exchange)
}

/** Pages are read, never written to: there are no server actions, and no other method reaches the framework. */
async function servePage({ request, response, path }: Exchange, options: HttpServerOptions): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuseAndClose(response, 405, 'method')
  }
  if (!limitBody(request, 0, () => refuseAndClose(response, 413, 'too-large'))) return
  if (!path.startsWith(STATIC)) pinCacheControl(response)
  await options.pages(request, response)
}

/** Listens; `EADDRINUSE` is thrown as it comes. Not only on the loopback: the apps are the public face. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

const DRAIN_MS = 8000

/** Takes no new connection, lets requests under way end, and cuts what is left after 8 s. */
export function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
