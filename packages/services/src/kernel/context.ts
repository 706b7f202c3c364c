import type { Database, Scope } from '@gs/db'
import type { OrgId } from '@gs/domain'
import type { Actor, Permission } from '@gs/domain/organizations'
import { reachOf } from '@gs/domain/organizations'
import type { Clock, FileStore, Ids, JobQueue, Logger, Planner } from '../ports.ts'
import { refuse } from './refusal.ts'

/** What every use case gets: the database and the ports. */
export interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly queue: JobQueue
  readonly files: FileStore
  readonly logger: Logger
  readonly planner: Planner
  /** Whether kept mails may be read in the console, links and all: in a demo on this machine alone. */
  readonly mailBodies?: boolean
}

/** A use case in somebody's name. */
export interface ServiceContext extends Deps {
  readonly actor: Actor
  readonly requestId: string
}

/** What a trainer may see and do: the own things, nobody else's. */
export const ownScope = ({ actor }: ServiceContext): Scope => ({
  orgId: actor.orgId,
  personId: actor.personId,
  reach: [],
})

/** A path of one unit is the root's: it reaches the whole organisation. */
const isRoot = (path: string): boolean => path.indexOf('/') === path.length - 1

/**
 * How far the actor's grants carry a permission, as the scope that row-level security enforces.
 * Refuses with `access.denied` where they give it nowhere.
 */
export function scopeFor({ actor }: ServiceContext, permission: Permission): Scope {
  const reach = reachOf(actor.grants, permission)
  if (reach.length === 0) throw refuse('forbidden', 'access.denied')
  return { orgId: actor.orgId, personId: actor.personId, reach: reach.some(isRoot) ? '*' : reach }
}

/** The product itself at work in one organisation: jobs, sign-up, what follows from a trainer's own act. */
export const systemScope = (orgId: OrgId): Scope => ({ orgId, reach: '*' })
