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
import { pageNumber, plainCode, publicProcedure, router, searchText, staffProcedure } from '../base/index.ts'

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

/** What it takes to keep a credential: for anybody, without signing in. */
export const credentialsPublicRouter = router({
  list: publicProcedure('reading').query(({ ctx }) => listPublicCredentials(ctx.deps)),
  show: publicProcedure('reading')
    .input(z.strictObject({ code: plainCode }))
    .query(({ ctx, input }) => showPublicCredential(ctx.deps, input)),
})
