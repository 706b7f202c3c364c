import type { Readiness } from '../compose.ts'
import { answerJson } from './answer.ts'
import type { Route } from './route.ts'

/** How long one answer of the database serves: a probe a second costs nothing, a storm of them neither. */
const KEPT_MS = 500

/** `/healthz`: the process answers. `/readyz`: database, migrations and queue do too (503 where one does not). */
export function healthRoutes(readiness: () => Promise<Readiness>): readonly Route[] {
  let kept: { readonly at: number; readonly state: Promise<Readiness> } | undefined
  const current = (): Promise<Readiness> => {
    if (!kept || performance.now() - kept.at > KEPT_MS) kept = { at: performance.now(), state: readiness() }
    return kept.state
  }
  return [
    {
      name: 'healthz',
      bodyLimit: 0,
      matches: ({ path }) => path === '/healthz',
      handle: ({ response }) => answerJson(response, 200, { alive: true }),
    },
    {
      name: 'readyz',
      bodyLimit: 0,
      matches: ({ path }) => path === '/readyz',
      async handle({ response }) {
        const state = await current()
        const ready = state.database && state.migrations && state.queue
        answerJson(response, ready ? 200 : 503, { ready, ...state })
      },
    },
  ]
}
