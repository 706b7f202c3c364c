import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Day, EntryId, OrgId, PersonId } from '../kernel/index.ts'
import { type AwardEntry, payloadFormatOf, payloadOf, reversalOf, statementOf } from './index.ts'

const line = fc.record({
  packId: fc.constantFrom('a', 'b', 'c'),
  category: fc.constantFrom('', 'X'),
  amount: fc.integer({ min: 1, max: 60_000 }).map((n) => n as Amount),
})
const award = fc.record({
  kind: fc.constant('award' as const),
  id: fc.uuid().map((id) => id as EntryId),
  orgId: fc.constant('org' as OrgId),
  personId: fc.constant('person' as PersonId),
  seq: fc.integer({ min: 1, max: 1000 }),
  completedOn: fc.integer({ min: 15_000, max: 25_000 }).map((n) => n as Day),
  filedOn: fc.constant(null),
  approvedOn: fc.constant(null),
  knownOn: fc.constant(20_000 as Day),
  actorId: fc.constant(null),
  enrollmentId: fc.constant(null),
  submissionId: fc.constant(null),
  credits: fc.uniqueArray(line, { minLength: 1, maxLength: 4, selector: (l) => l.packId + l.category }),
})
const by = { id: 'reversal' as EntryId, seq: 1001, knownOn: 20_100 as Day, actorId: 'registrar' as PersonId }

describe('ledger entries', () => {
  it('an entry and its reversal come to nothing, line by line', () => {
    fc.assert(
      fc.property(award, (entry: AwardEntry) => {
        const reversal = reversalOf(entry, by)
        for (const [index, negated] of reversal.credits.entries())
          expect((entry.credits[index]?.amount ?? 0) + negated.amount).toBe(0)
        for (const pack of ['a', 'b', 'c']) expect(statementOf([entry, reversal], pack).at(-1)?.balance ?? 0).toBe(0)
      }),
      { numRuns: 10_000 },
    )
  })

  it('the payload does not depend on the order of the credit lines, and changes with every amount', () => {
    fc.assert(
      fc.property(award, (entry: AwardEntry) => {
        expect(payloadOf({ ...entry, credits: [...entry.credits].reverse() })).toBe(payloadOf(entry))
        const [first, ...rest] = entry.credits
        if (first)
          expect(
            payloadOf({ ...entry, credits: [{ ...first, amount: (first.amount + 1) as Amount }, ...rest] }),
          ).not.toBe(payloadOf(entry))
      }),
      { numRuns: 10_000 },
    )
  })

  const entry: AwardEntry = {
    kind: 'award',
    id: 'e1' as EntryId,
    orgId: 'o' as OrgId,
    personId: 'p' as PersonId,
    seq: 1,
    completedOn: 19_000 as Day,
    filedOn: null,
    approvedOn: 19_001 as Day,
    knownOn: 19_001 as Day,
    actorId: null,
    enrollmentId: 'n1',
    submissionId: null,
    credits: [{ packId: 'b', category: '', amount: 1900 as Amount }],
  }

  it('writes the first format as it was fixed', () => {
    expect(payloadOf(entry)).toBe(
      '[1,"o","p",1,"e1","award","2022-01-08",null,"2022-01-09","2022-01-09",null,"n1",null,null,[["b","",1900]]]',
    )
  })

  it('writes the second format, for the days of single bodies, as it was fixed', () => {
    const bodyDays = [
      { packId: 'c', completedOn: 18_998 as Day, filedOn: null },
      { packId: 'b', completedOn: 18_999 as Day, filedOn: 19_000 as Day },
    ]
    expect(payloadFormatOf({ ...entry, bodyDays })).toBe(2)
    expect(payloadOf({ ...entry, bodyDays })).toBe(
      '[2,"o","p",1,"e1","award","2022-01-08",null,"2022-01-09","2022-01-09",null,"n1",null,null,[["b","",1900]],[["b","2022-01-07","2022-01-08"],["c","2022-01-06",null]]]',
    )
    expect(payloadOf({ ...entry, bodyDays: [...bodyDays].reverse() })).toBe(payloadOf({ ...entry, bodyDays }))
  })

  it('keeps the first format where no body has days of its own', () => {
    expect(payloadFormatOf(entry)).toBe(1)
    expect(payloadOf({ ...entry, bodyDays: [] })).toBe(payloadOf(entry))
    expect(
      payloadFormatOf(
        reversalOf({ ...entry, bodyDays: [{ packId: 'b', completedOn: 18_999 as Day, filedOn: null }] }, by),
      ),
    ).toBe(1)
  })
})
