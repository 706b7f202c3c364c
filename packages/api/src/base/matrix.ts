import type { AnyTRPCRouter } from '@trpc/server'
import type { Meta, Policy } from './policy.ts'

export interface PolicyRow {
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly policy: Policy
}

interface ProcedureDefinition {
  readonly _def: { readonly type: PolicyRow['type']; readonly meta?: Partial<Meta> }
}

/**
 * The declared policy of every procedure of a router. Throws where one has none, so that a server
 * with an unguarded procedure does not start.
 */
export function policiesOf(router: AnyTRPCRouter): readonly PolicyRow[] {
  const procedures: Record<string, ProcedureDefinition> = router._def.procedures
  return Object.entries(procedures).map(([path, procedure]) => {
    const policy = procedure._def.meta?.policy
    if (!policy) throw new Error(`procedure ${path} declares no policy`)
    return { path, type: procedure._def.type, policy }
  })
}
