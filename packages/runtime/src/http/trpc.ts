import type { Logger } from '@gs/services'
import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { retryAfterOf } from './retry-after.ts'
import type { Exchange, Route } from './route.ts'

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
    handle: async (exchange) => {
      await nodeHTTPRequestHandler({
        req: exchange.request,
        res: exchange.response,
        path: procedurePath(exchange.path),
        router: options.router,
        createContext: () => options.createContext(exchange),
        maxBodySize: BODY_LIMIT,
        maxBatchSize: BATCH_LIMIT,
        responseMeta({ errors }) {
          const waits = errors.flatMap((error) => retryAfterOf(error) ?? [])
          return waits.length > 0 ? { headers: { 'Retry-After': String(Math.max(...waits)) } } : {}
        },
        onError({ error, path }) {
          if (error.code !== 'INTERNAL_SERVER_ERROR') return
          const { requestId } = exchange
          options.logger.error({ requestId, procedure: path, stack: (error.cause ?? error).stack }, 'procedure failed')
        },
      })
    },
  }
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
