'use client'

import type { AdminRouter } from '@gs/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { TRPCProvider } from './client.ts'

/** The server's own limit of calls in a batch. */
const BATCH_LIMIT = 20
const FRESH_MS = 10_000

/** Calls of client components: same origin, plain JSON. A mutation is never repeated by itself: its key makes that the caller's choice. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1 }, mutations: { retry: false } } }),
  )
  const [client] = useState(() =>
    createTRPCClient<AdminRouter>({ links: [httpBatchLink({ url: '/api/trpc', maxItems: BATCH_LIMIT })] }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
