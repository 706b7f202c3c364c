import type { PersonId } from '@gs/domain'
import { reissueRecord, revokeRecord } from '@gs/services/issuance'
import { getPerson, personLedger, personRecords, personSubmissions, searchPeople } from '@gs/services/people'
import { explainHoldingOf } from '@gs/services/standings'
import { z } from 'zod'
import { civilDay, commandKey, id, pageNumber, router, searchText, staffProcedure, words } from '../base/index.ts'

const recordDecision = z.strictObject({ key: commandKey, recordId: id, reason: words(1000) })
const personId = id.transform((value) => value as PersonId)

/** People in reach: found by name, seen with standing, ledger, records and what they handed in. */
export const peopleAdminRouter = router({
  search: staffProcedure('people.read')
    .input(z.strictObject({ search: searchText, page: pageNumber }))
    .query(({ ctx, input }) => searchPeople(ctx.service, input)),
  get: staffProcedure('people.read')
    .input(z.strictObject({ personId, asOf: civilDay.optional() }))
    .query(({ ctx, input }) => getPerson(ctx.service, input)),
  explanation: staffProcedure('people.read')
    .input(z.strictObject({ personId, holdingId: id, asOf: civilDay.optional(), knownAt: civilDay.optional() }))
    .query(({ ctx, input }) => explainHoldingOf(ctx.service, input)),
  ledger: staffProcedure('ledger.read')
    .input(z.strictObject({ personId, knownOn: civilDay.optional() }))
    .query(({ ctx, input }) => personLedger(ctx.service, input)),
  records: staffProcedure('records.read')
    .input(z.strictObject({ personId }))
    .query(({ ctx, input }) => personRecords(ctx.service, input.personId)),
  revokeRecord: staffProcedure('records.write')
    .input(recordDecision)
    .mutation(({ ctx, input }) => revokeRecord(ctx.service, input)),
  reissueRecord: staffProcedure('records.write')
    .input(recordDecision)
    .mutation(({ ctx, input }) => reissueRecord(ctx.service, input)),
  submissions: staffProcedure('reviews.decide')
    .input(z.strictObject({ personId }))
    .query(({ ctx, input }) => personSubmissions(ctx.service, input.personId)),
})
