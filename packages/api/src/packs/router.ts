import { refuse } from '@gs/services'
import {
  comparePack,
  DOUBTS,
  listDoubts,
  listPacks,
  listPublicCredentials,
  packCases,
  showPack,
  showPublicCredential,
} from '@gs/services/packs'
import { z } from 'zod'
import {
  type ApiContext,
  pageNumber,
  plainCode,
  publicProcedure,
  router,
  searchText,
  staffProcedure,
} from '../base/index.ts'

const which = z.strictObject({ packId: plainCode, version: z.int().min(1).max(1_000_000).optional() })

/** The published rule packs, read only. */
export const packsAdminRouter = router({
  list: staffProcedure('packs.read')
    .input(
      z.strictObject({
        search: searchText,
        body: plainCode.optional(),
        confidence: z.enum(['high', 'medium', 'low']).optional(),
        page: pageNumber,
      }),
    )
    .query(({ ctx, input }) => listPacks(ctx.service, input)),
  show: staffProcedure('packs.read')
    .input(which)
    .query(({ ctx, input }) => showPack(ctx.service, input)),
  compare: staffProcedure('packs.read')
    .input(which)
    .query(({ ctx, input }) => comparePack(ctx.service, input)),
  cases: staffProcedure('packs.read')
    .input(which)
    .query(({ ctx, input }) => packCases(ctx.service, input)),
  doubts: staffProcedure('packs.read')
    .input(z.strictObject({ packId: plainCode.optional(), kind: z.enum(DOUBTS).optional() }))
    .query(({ ctx, input }) => listDoubts(ctx.service, input)),
})

interface Caller {
  readonly limits?: ApiContext['limits'] | undefined
  readonly ip: string
}

/** Counted by the caller's address, so that nobody can keep the database busy with pages for everybody. */
async function counted({ limits, ip }: Caller): Promise<void> {
  const seconds = await limits?.consume('anonymous', `credentials:${ip}`)
  if (seconds !== undefined) throw refuse('too-many', 'limit.reached', { params: { seconds } })
}

/** What it takes to keep a credential: for anybody, without signing in. */
export const credentialsPublicRouter = router({
  list: publicProcedure.query(async ({ ctx }) => {
    await counted(ctx)
    return listPublicCredentials(ctx.deps)
  }),
  show: publicProcedure.input(z.strictObject({ code: plainCode })).query(async ({ ctx, input }) => {
    await counted(ctx)
    return showPublicCredential(ctx.deps, input)
  }),
})
