'use client'

import type { SharedRouter } from '@gs/api'
import { httpBatchLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'

/** The calls that both apps offer. */
export const { TRPCProvider, useTRPC } = createTRPCContext<SharedRouter>()

/** The server's own limit of calls in a batch. */
const BATCH_LIMIT = 20

/** The way to the server: same origin, plain JSON, several calls of one moment in one request. */
export const callLinks = () => [httpBatchLink({ url: '/api/trpc', maxItems: BATCH_LIMIT })]
