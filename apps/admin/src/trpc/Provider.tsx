'use client'

import type { AdminRouter } from '@gs/api'
import { CallsProvider, callLinks } from '@gs/lobby/calls'
import { useQueryClient } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { type ReactNode, useState } from 'react'
import { TRPCProvider } from './client.ts'

/** Calls of client components: those of this app beside those that both have. */
export const ApiProvider = ({ children }: { children: ReactNode }) => (
  <CallsProvider>
    <OwnCalls>{children}</OwnCalls>
  </CallsProvider>
)

function OwnCalls({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [client] = useState(() => createTRPCClient<AdminRouter>({ links: callLinks() }))
  return (
    <TRPCProvider trpcClient={client} queryClient={queryClient}>
      {children}
    </TRPCProvider>
  )
}
