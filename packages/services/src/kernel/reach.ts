import type { Scope } from '@gs/db'
import type { Permission } from '@gs/domain/organizations'
import { type ServiceContext, scopeFor } from './context.ts'

/**
 * As `scopeFor`, without what is the actor's own: a list made for staff holds whom the role reaches and nobody else,
 * so that its counts are those of the units that it names.
 */
export function reachFor(ctx: ServiceContext, permission: Permission): Scope {
  const { orgId, reach } = scopeFor(ctx, permission)
  return { orgId, reach }
}
