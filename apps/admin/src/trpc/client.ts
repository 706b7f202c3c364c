'use client'

import type { AdminRouter } from '@gs/api'
import { createTRPCContext } from '@trpc/tanstack-react-query'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AdminRouter>()
