import type { Logger } from '@gs/services'
import type { AnyTRPCRouter, inferRouterContext, TRPCError } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { retryAfterOf } from './retry-after.ts'
import type { Exchange, Route } from './route.ts'
import { answerSingleCall, singleCallOf } from './single-call.ts'

const PREFIX = '/api/trpc/'
const BODY_LIMIT = 1_000_000
const BATCH_LIMIT = 20

export interface TrpcRouteOptions<R extends AnyTRPCRouter> {
  readonly router: R
  createContext(exchange: Exchange): Promise<inferRouterContext<R>>
  readonly logger: Logger
}

/** `/api/trpc/*`: queries by GET, mutations by POST, at most 20 calls in a batch and 1 MB of body. */
export function trpcRoute<R extends AnyTRPCRouter>(options: TrpcRouteOptions<R>): Route {
  return {
    name: 'trpc',
    bodyLimit: BODY_LIMIT,
    matches: ({ path }) => path.startsWith(PREFIX),
    async handle(exchange) {
      const { request, response } = exchange
      const path = procedurePath(exchange.path)
      const createContext = () => options.createContext(exchange)
      const log = (error: TRPCError, procedure: string | undefined): void => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        const { requestId } = exchange
        options.logger.error({ requestId, procedure, stack: (error.cause ?? error).stack }, 'procedure failed')
      }
      const call = singleCallOf(options.router, request, path)
      if (call) {
        await answerSingleCall(request, response, {
          router: options.router,
          call,
          createContext,
          headersOf: (error) => headersFor([error]),
          onError: (error) => log(error, path),
        })
        return
      }
      await nodeHTTPRequestHandler({
        req: request,
        res: response,
        path,
        router: options.router,
        createContext,
        maxBodySize: BODY_LIMIT,
        maxBatchSize: BATCH_LIMIT,
        responseMeta: ({ errors }) => ({ headers: headersFor(errors) }),
        onError: ({ error, path: procedure }) => log(error, procedure),
      })
    },
  }
}

/** When to come back, where a call came too often. */
function headersFor(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.flatMap((error) => retryAfterOf(error) ?? [])
  return waits.length > 0 ? { 'Retry-After': String(Math.max(...waits)) } : {}
}

/** Names of procedures, as written; a name that is not well encoded is the name of none. */
function procedurePath(path: string): string {
  const name = path.slice(PREFIX.length)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
