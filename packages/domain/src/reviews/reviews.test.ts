import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Day, PersonId } from '../kernel/index.ts'
import type { CreditLine } from '../ledger/index.ts'
import {
  afterEvent,
  duplicatesOf,
  evidenceTypeOf,
  judgeDecision,
  OUTCOMES,
  REASON_CODES,
  type ReviewDecision,
  SUBMISSION_KINDS,
  SUBMISSION_STATUSES,
  type SubmissionEvent,
  type SubmissionState,
  shownFileName,
} from './index.ts'

const trainer = 'trainer' as PersonId
const registrar = 'registrar' as PersonId
const events: readonly SubmissionEvent[] = [
  ...[trainer, registrar].map((by) => ({ type: 'withdrawn' as const, by })),
  ...[trainer, registrar].flatMap((by) => OUTCOMES.map((outcome) => ({ type: 'decided' as const, by, outcome }))),
]

describe('a submission', () => {
  it('ends once, whatever order of three events comes', () => {
    for (const kind of SUBMISSION_KINDS)
      for (const first of events)
        for (const second of events)
          for (const third of events) {
            let state: SubmissionState = { personId: trainer, kind, status: 'waiting' }
            let changes = 0
            for (const event of [first, second, third]) {
              const next = afterEvent(state, event)
              if (!next.ok) continue
              changes++
              expect(event.type === 'decided' ? event.by : registrar).toBe(registrar)
              expect(next.value).toBe(event.type === 'decided' ? event.outcome : 'withdrawn')
              state = { ...state, status: next.value }
            }
            const possible = [first, second, third].some(
              (event) =>
                (event.type === 'withdrawn' && event.by === trainer) ||
                (event.type === 'decided' &&
                  event.by === registrar &&
                  !(kind === 'card' && event.outcome === 'partly-approved')),
            )
            expect(changes).toBe(possible ? 1 : 0)
          }
  })

  it('names the refusal', () => {
    const card: SubmissionState = { personId: trainer, kind: 'card', status: 'waiting' }
    expect(afterEvent(card, { type: 'decided', by: trainer, outcome: 'approved' })).toEqual({
      ok: false,
      error: 'decision.own',
    })
    expect(afterEvent(card, { type: 'decided', by: registrar, outcome: 'partly-approved' })).toEqual({
      ok: false,
      error: 'decision.card-in-part',
    })
    expect(afterEvent(card, { type: 'withdrawn', by: registrar })).toEqual({ ok: false, error: 'submission.not-own' })
    for (const status of SUBMISSION_STATUSES.filter((each) => each !== 'waiting'))
      expect(afterEvent({ ...card, status }, { type: 'decided', by: registrar, outcome: 'approved' })).toEqual({
        ok: false,
        error: 'submission.not-waiting',
      })
  })
})

const amount = fc.integer({ min: 1, max: 5000 }).map((n) => n as Amount)
const lines = fc.uniqueArray(
  fc.record({ packId: fc.constantFrom('a', 'b'), category: fc.constantFrom('', 'X', 'Y'), amount }),
  { minLength: 1, maxLength: 5, selector: (line) => line.packId + line.category },
)
const sumOf = (credits: readonly CreditLine[], packId: string): number =>
  credits.filter((line) => line.packId === packId).reduce((sum, line) => sum + line.amount, 0)
const decision = (change: Partial<ReviewDecision>): ReviewDecision => ({
  outcome: 'approved',
  credits: [],
  reasonCode: null,
  note: null,
  ...change,
})

describe('a decision', () => {
  it('never credits a body more than was asked, and in part gives less somewhere', () => {
    fc.assert(
      fc.property(lines, lines, fc.constantFrom(...OUTCOMES), (asked, credits, outcome) => {
        const judged = judgeDecision(asked, decision({ outcome, credits, reasonCode: 'content-not-related' }))
        if (!judged.ok) return
        for (const pack of ['a', 'b']) expect(sumOf(judged.value, pack)).toBeLessThanOrEqual(sumOf(asked, pack))
        if (outcome === 'partly-approved')
          expect(['a', 'b'].some((pack) => sumOf(judged.value, pack) < sumOf(asked, pack))).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  it('in full is what was asked, in any order', () => {
    fc.assert(
      fc.property(lines, (asked) => {
        expect(judgeDecision(asked, decision({ credits: [...asked].reverse() })).ok).toBe(true)
        const [first, ...rest] = asked
        if (first)
          expect(
            judgeDecision(asked, decision({ credits: [{ ...first, amount: (first.amount + 1) as Amount }, ...rest] })),
          ).toEqual({ ok: false, error: 'decision.not-as-asked' })
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what does not agree with itself', () => {
    const line: CreditLine = { packId: 'a', category: '', amount: 1000 as Amount }
    const half = { ...line, amount: 500 as Amount }
    const reasonCode = REASON_CODES[0]
    const error = (change: Partial<ReviewDecision>) => {
      const judged = judgeDecision([line], decision(change))
      return judged.ok ? 'ok' : judged.error
    }
    expect(error({ outcome: 'refused' })).toBe('decision.reason-missing')
    expect(error({ outcome: 'refused', reasonCode })).toBe('ok')
    expect(error({ outcome: 'refused', reasonCode: 'other', note: '  ' })).toBe('decision.note-missing')
    expect(error({ outcome: 'refused', reasonCode, credits: [half] })).toBe('decision.credited-though-refused')
    expect(error({ outcome: 'partly-approved', credits: [half] })).toBe('decision.reason-missing')
    expect(error({ outcome: 'partly-approved', reasonCode, credits: [half] })).toBe('ok')
    expect(error({ outcome: 'partly-approved', reasonCode, credits: [line] })).toBe('decision.not-in-part')
    expect(error({ outcome: 'partly-approved', reasonCode, credits: [] })).toBe('decision.nothing-credited')
    expect(error({ outcome: 'partly-approved', reasonCode, credits: [half, half] })).toBe('decision.line-twice')
    expect(error({ outcome: 'partly-approved', reasonCode, credits: [{ ...half, packId: 'b' }] })).toBe(
      'decision.more-than-asked',
    )
  })
})

describe('evidence', () => {
  const of = (...bytes: number[]) => evidenceTypeOf(Uint8Array.from(bytes))

  it('is known by its first bytes, not by its name', () => {
    expect(evidenceTypeOf(new TextEncoder().encode('%PDF-1.7\n'))).toBe('application/pdf')
    expect(of(0xff, 0xd8, 0xff, 0xe0)).toBe('image/jpeg')
    expect(of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)).toBe('image/png')
    expect(evidenceTypeOf(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeNull()
    expect(evidenceTypeOf(new TextEncoder().encode(' %PDF-1.7'))).toBeNull()
    expect(of()).toBeNull()
    expect(of(0xff, 0xd8)).toBeNull()
  })

  it('is shown under a name without folders, control or direction marks', () => {
    expect(shownFileName('../../etc/passwd')).toBe('passwd')
    expect(shownFileName('C:\\temp\\talk.pdf')).toBe('talk.pdf')
    expect(shownFileName('a\u202efdp.exe\n')).toBe('afdp.exe')
    expect(shownFileName('\u0000')).toBe('file')
    expect(shownFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(120)
    expect(shownFileName(`${'x'.repeat(300)}.pdf`).endsWith('.pdf')).toBe(true)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const shown = shownFileName(name)
        expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
        expect([...shown].length).toBeGreaterThan(0)
        expect([...shown].length).toBeLessThanOrEqual(120)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('duplicates', () => {
  const posted = { entryId: 'e', activity: 'Congreso de Fuerza, día 1', completedOn: 20_000 as Day, reversed: false }

  it('are the same day and the same name but for case, accents and punctuation', () => {
    const wanted = { activity: 'congreso de fuerza  dia 1', completedOn: posted.completedOn }
    expect(duplicatesOf([posted], wanted)).toEqual([posted])
    expect(duplicatesOf([{ ...posted, reversed: true }], wanted)).toEqual([])
    expect(duplicatesOf([posted], { ...wanted, completedOn: 20_001 as Day })).toEqual([])
    expect(duplicatesOf([posted], { ...wanted, activity: 'congreso de fuerza dia 2' })).toEqual([])
  })
})
