import { parseSort, SORT_KEYS, STATUSES } from '@gs/domain/compliance'
import { complianceOverview, filterOptions, listStandings } from '@gs/services/compliance'
import { showRecomputations } from '@gs/services/rules'
import { z } from 'zod'
import { civilDay, pageNumber, plainCode, router, searchText, staffProcedure } from '../base/index.ts'

const filter = {
  /** What was only declared is listed by itself. */
  source: z.enum(['confirmed', 'declared']).prefault('confirmed'),
  status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  credential: plainCode.optional(),
  unitPath: z
    .string()
    .regex(/^([0-9a-f-]{36}\/){1,12}$/)
    .optional(),
  expiresFrom: civilDay.optional(),
  expiresTo: civilDay.optional(),
  missing: plainCode.optional(),
  name: searchText,
}

/** "expires" or "-expires": a key of the allow-list and its direction. */
const sort = z.string().transform((text, ctx) => {
  const parsed = parseSort(text)
  if (parsed) return parsed
  ctx.addIssue({ code: 'custom', message: `sort must be one of ${SORT_KEYS.join(', ')}, with - for descending` })
  return z.NEVER
})

const staff = staffProcedure('compliance.read')

/** Who is in good standing, counted and listed by the same conditions. */
export const complianceAdminRouter = router({
  /** New versions of packs on their way through the holdings that they judge. */
  recomputations: staffProcedure('packs.read').query(({ ctx }) => showRecomputations(ctx.service)),
  options: staff.query(({ ctx }) => filterOptions(ctx.service)),
  overview: staff.input(z.strictObject(filter)).query(({ ctx, input }) => complianceOverview(ctx.service, input)),
  list: staff
    .input(z.strictObject({ ...filter, sort: sort.prefault('expires'), page: pageNumber }))
    .query(({ ctx, input: { sort: by, page, ...narrowed } }) =>
      listStandings(ctx.service, { filter: narrowed, sort: by, page }),
    ),
})
