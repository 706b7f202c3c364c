import type { LimitName } from '@gs/auth'
import type { Permission } from '@gs/domain/organizations'
import { reachOf } from '@gs/domain/organizations'
import { CommandConflict, Refusal, type RefusalKind, refuse, type ServiceContext } from '@gs/services'
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { ApiContext } from './context.ts'
import type { Meta } from './policy.ts'

type TrpcCode = TRPCError['code']

const CODE_OF: Record<RefusalKind, TrpcCode> = {
  invalid: 'BAD_REQUEST',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  stale: 'PRECONDITION_FAILED',
  unprocessable: 'UNPROCESSABLE_CONTENT',
  'too-many': 'TOO_MANY_REQUESTS',
}

const t = initTRPC
  .context<ApiContext>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error }) {
      const cause = error.cause
      const refusal = cause instanceof Refusal ? cause : undefined
      const conflict = cause instanceof CommandConflict ? cause : undefined
      const issues = cause instanceof z.ZodError ? cause.issues : []
      return {
        // What went wrong inside is for the log, never for the answer.
        message: refusal?.code ?? conflict?.code ?? (error.code === 'INTERNAL_SERVER_ERROR' ? 'internal' : error.code),
        code: shape.code,
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          reason: refusal?.code ?? conflict?.code ?? (issues.length > 0 ? 'input.invalid' : null),
          field: refusal?.field ?? null,
          params: refusal?.params ?? {},
          fields: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
        },
      }
    },
  })

/** Turns a refusal of a use case into the answer that HTTP knows. */
const translated = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (cause instanceof Refusal) throw new TRPCError({ code: CODE_OF[cause.kind], message: cause.code, cause })
  if (cause instanceof CommandConflict)
    throw new TRPCError({
      code: cause.code === 'command.in-flight' ? 'CONFLICT' : 'UNPROCESSABLE_CONTENT',
      message: cause.code,
      cause,
    })
  return result
})

const base = t.procedure.use(translated)

/** Tells a caller when to come back; over HTTP it becomes 429 with `Retry-After`. */
const tooMany = (seconds: number) => {
  const cause = refuse('too-many', 'limit.reached', { params: { seconds } })
  return new TRPCError({ code: CODE_OF[cause.kind], message: cause.code, cause })
}

/** Counts each call in a class that is limited: by person where somebody is signed in, else by address. */
const counted = (limit: LimitName) =>
  t.middleware(async ({ ctx, next }) => {
    const actor = ctx.session?.actor
    const seconds = await ctx.limits?.consume(limit, actor ? `${actor.orgId} ${actor.personId}` : ctx.ip)
    if (seconds !== undefined) throw tooMany(seconds)
    return next()
  })

/** Nobody is signed in. */
export const noSession = () => new TRPCError({ code: 'UNAUTHORIZED' })

const signedIn = t.middleware(async ({ ctx, meta, next }) => {
  if (!ctx.session) throw noSession()
  const policy = meta?.policy
  if (policy?.access === 'permission' && reachOf(ctx.session.actor.grants, policy.permission).length === 0)
    throw new TRPCError({ code: 'FORBIDDEN', message: 'access.denied' })
  const service: ServiceContext = { ...ctx.deps, actor: ctx.session.actor, requestId: ctx.requestId }
  const inner = { ctx: { ...ctx, session: ctx.session, service } }
  const atOnce = ctx.limits?.atOnce
  if (!atOnce) return next(inner)
  const { personId } = ctx.session.actor
  if (!atOnce.enter(personId)) throw tooMany(1)
  try {
    return await next(inner)
  } finally {
    atOnce.leave(personId)
  }
})

/** Anybody may call it, as often as its class allows from one address. */
export const publicProcedure = (limit: LimitName) => base.meta({ policy: { access: 'public' } }).use(counted(limit))

/** Whoever is signed in, for their own things; `ctx.service` is the use cases' context. */
export const ownProcedure = base.meta({ policy: { access: 'own' } }).use(signedIn)

/**
 * As `ownProcedure`, for a call that is made so often that its session is looked for in the trip of its work: `ctx.holder`
 * is the use cases' context where the session is known, else its hash. The work throws `noSession` where none lives.
 */
export const holderProcedure = base.meta({ policy: { access: 'own' } }).use(
  t.middleware(async ({ ctx, next }) => {
    const { session, sessionHash, limits } = ctx
    const holder = session ? { ...ctx.deps, actor: session.actor, requestId: ctx.requestId } : sessionHash
    if (!holder) throw noSession()
    const subject = Buffer.isBuffer(holder) ? holder.toString('latin1') : holder.actor.personId
    if (limits && !limits.atOnce.enter(subject)) throw tooMany(1)
    try {
      return await next({ ctx: { ...ctx, holder } })
    } finally {
      limits?.atOnce.leave(subject)
    }
  }),
)

/** Whoever holds a role that gives the permission, as far as it reaches; `ctx.service` is the use cases' context. */
export const staffProcedure = (permission: Permission) =>
  base.meta({ policy: { access: 'permission', permission } }).use(signedIn)

/** As `staffProcedure`, for what causes mail to people outside: counted by person. */
export const mailingProcedure = (permission: Permission) => staffProcedure(permission).use(counted('mail'))

export const router = t.router
export const createCallerFactory = t.createCallerFactory
