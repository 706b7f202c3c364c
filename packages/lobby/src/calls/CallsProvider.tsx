'use client'

import type { SharedRouter } from '@gs/api'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { callLinks, TRPCProvider } from './client.ts'

const FRESH_MS = 10_000

/** Calls of client components. A mutation is never repeated by itself: its key makes that the caller's choice. */
export function CallsProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1 }, mutations: { retry: false } } }),
  )
  const [client] = useState(() => createTRPCClient<SharedRouter>({ links: callLinks() }))
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
