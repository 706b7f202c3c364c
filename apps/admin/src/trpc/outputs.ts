import type { AdminRouter } from '@gs/api'
import type { inferRouterOutputs } from '@trpc/server'

/** What each procedure answers, for the props of what shows it. */
export type RouterOutput = inferRouterOutputs<AdminRouter>
