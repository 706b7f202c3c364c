import { callOrigin } from '@gs/lobby/server'
import { cache } from 'react'
import { borrowed, type Caller } from './bridge.ts'

export { load } from '@gs/lobby/server'

/** The router for server components: the same procedures and checks as over HTTP, without the trip. Once a request. */
export const serverCaller = cache(async (): Promise<Caller> => borrowed().callerFor(await callOrigin()))
