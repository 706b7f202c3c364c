import { createCallerFactory, policiesOf, portalRouter } from '@gs/api'
import { type Auth, createAuth, createLimits, type Limits, NO_LIMITS } from '@gs/auth'
import type { Bridge } from '@gs/lobby/bridge'
import { type Closers, compose, type Env, type Runtime, runProcess } from '@gs/runtime'
import { evidenceRoutes } from '@gs/runtime/files'
import { addressOf, type Route, serveHttp, trpcRoute, under } from '@gs/runtime/http'
import next from 'next'
import { type Caller, lend } from './bridge.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { memoFirstPage } from './page-memo.ts'
import { recordRoutes } from './record-routes.ts'
import { unsubscribeRoutes } from './unsubscribe-routes.ts'

const AUTH_BODY_LIMIT = 64_000
/** Looks for its session in the trip of its work (`holderProcedure`): a quiz saves each answer by itself. */
const SAVED_AT_ONCE = '/api/trpc/quizzes.saveAnswer'

/** The portal's process: API, sign-in, health and files are answered in front of the pages, from one set of ports. */
export const serve = (dir: string): Promise<void> => runProcess((env, closers) => begin(env, dir, closers))

async function begin(env: Env, dir: string, closers: Closers): Promise<void> {
  // Throws where a procedure declares no policy: an unguarded server does not start.
  policiesOf(portalRouter)
  const runtime = await compose(env, { name: 'web' })
  await closers.add(runtime.stop)
  const auth = authOf(runtime)
  const limits = env.limits ? createLimits(runtime.database) : NO_LIMITS
  const bridge = bridgeOf(runtime, auth, limits)
  lend(bridge)
  const pages = next({ dev: false, dir })
  await pages.prepare()
  const handler = pages.getRequestHandler()
  await serveHttp({
    runtime,
    closers,
    port: env.portWeb,
    url: env.urlWeb,
    routes: [
      ...routesOf(runtime, auth, limits),
      ...unsubscribeRoutes(runtime),
      ...calendarRoutes({
        deps: { ...runtime, portal: env.urlWeb },
        limits,
        callerFor: ({ request, requestId, ip }) => bridge.callerFor({ cookie: request.headers.cookie, requestId, ip }),
      }),
      ...recordRoutes({
        portal: env.urlWeb,
        callerFor: ({ request, requestId, ip }) => bridge.callerFor({ cookie: request.headers.cookie, requestId, ip }),
      }),
    ],
    pages: memoFirstPage({
      pages: (request, response) => handler(request, response),
      readerFor: async ({ headers }) => {
        const api = await bridge.callerFor({
          cookie: headers.cookie,
          requestId: String(headers['x-gs-request-id']),
          ip: String(headers['x-gs-ip']),
        })
        return { me: () => api.session.me(), page: () => api.standing.page() }
      },
    }),
  })
}

const authOf = (runtime: Runtime): Auth =>
  createAuth({
    ...runtime,
    app: 'web',
    secureCookies: runtime.env.urlWeb.startsWith('https:'),
    limits: runtime.env.limits,
    addressOf: (request) => addressOf(request, runtime.env.trustProxy),
  })

function bridgeOf(deps: Runtime, auth: Auth, limits: Limits): Bridge<Caller> {
  const createCaller = createCallerFactory(portalRouter)
  return {
    callerFor: async ({ cookie, requestId, ip }) =>
      createCaller({ deps, session: await auth.resolve(cookie), requestId, ip, limits }),
  }
}

/** In front of the pages; the first that matches has the request. */
function routesOf(deps: Runtime, auth: Auth, limits: Limits): readonly Route[] {
  return [
    trpcRoute({
      router: portalRouter,
      logger: deps.logger,
      createContext: async ({ request, path, requestId, ip }) => ({
        deps,
        ...(path === SAVED_AT_ONCE
          ? { session: null, sessionHash: await auth.hashOf(request.headers.cookie) }
          : { session: await auth.resolve(request.headers.cookie) }),
        requestId,
        ip,
        limits,
      }),
    }),
    {
      name: 'auth',
      bodyLimit: AUTH_BODY_LIMIT,
      matches: under('/api/auth'),
      handle: ({ request, response }) => auth.handle(request, response),
    },
    ...evidenceRoutes({ deps, as: 'own', limits, actorOf: async (cookie) => (await auth.resolve(cookie))?.actor }),
  ]
}
