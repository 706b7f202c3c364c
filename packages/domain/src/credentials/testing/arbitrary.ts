import fc from 'fast-check'
import { type Day, type DaySpan, thousandths } from '../../kernel/index.ts'
import type { Award, AwardKind, Card, CompiledPack } from '../../rules/index.ts'
import type { HoldingEvent, HoldingFacts } from '../facts.ts'
import { allPacks } from './golden.ts'

/** All packs, prepared once for all properties. */
export const PACKS: readonly CompiledPack[] = allPacks()

const BASE = 19_000
const day = (min: number, max: number) => fc.integer({ min, max }).map((n) => n as Day)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })

const kinds: readonly AwardKind[] = [
  'course',
  'course',
  'petition',
  'presenting',
  'speaking',
  'committee',
  'cpr-course',
]

const span = (): fc.Arbitrary<DaySpan> =>
  fc.tuple(day(BASE - 400, BASE + 1500), fc.nat(500)).map(([from, length]) => ({ from, to: (from + length) as Day }))

function award(pack: CompiledPack, index: number): fc.Arbitrary<Award> {
  const codes: (string | null)[] = [null, ...pack.codes.keys()]
  return fc.record({
    id: fc.constant(`a${index}`),
    completedOn: day(BASE - 300, BASE + 1700),
    kind: fc.constantFrom(...kinds),
    decision: fc.constantFrom('approved', 'approved', 'approved', 'approved', 'pending', 'denied', 'revoked'),
    category: fc.constantFrom(...codes),
    credits: fc.integer({ min: 0, max: 40 }).map((n) => thousandths(n * 250)),
    approvedOn: maybe(day(BASE, BASE + 1800)),
    deniedOn: maybe(day(BASE, BASE + 1800)),
    revokedOn: maybe(day(BASE, BASE + 1800)),
    filedOn: maybe(day(BASE, BASE + 1800)),
    knownOn: maybe(day(BASE, BASE + 1800)),
    splitOf: fc.option(fc.constantFrom('s1', 's2'), { nil: undefined, freq: 8 }),
    providerApproval: fc.option(span(), { nil: undefined, freq: 8 }),
    issuerOwn: fc.boolean(),
  })
}

function card(pack: CompiledPack): fc.Arbitrary<Card> {
  const types = pack.cards.map((each) => each.rule.type)
  return fc.record({
    type: fc.constantFrom('cpr-aed', 'cpr', ...types),
    issuer: fc.constantFrom('AHA', 'ARC', null),
    issuedOn: day(BASE - 700, BASE + 1500),
    validThrough: fc.constant(null),
    handsOn: fc.boolean(),
    knownOn: maybe(day(BASE, BASE + 1800)),
  })
}

const event: fc.Arbitrary<HoldingEvent> = fc.oneof(
  fc.record({
    type: fc.constant('renewed' as const),
    on: day(BASE + 300, BASE + 1600),
    using: fc.subarray(['a0', 'a1', 'a2']),
    knownOn: maybe(day(BASE, BASE + 1800)),
  }),
  fc.record({ type: fc.constant('reinstated' as const), on: day(BASE + 900, BASE + 1600) }),
  fc.record({
    type: fc.constant('audit' as const),
    on: day(BASE + 300, BASE + 1600),
    unproven: fc.subarray(['a0', 'a1', 'a2']),
  }),
)

/** A stated total below the minima would contradict them. */
const hasMinima = (pack: CompiledPack): boolean =>
  pack.subPeriod !== null || pack.rules.all('category/minimum').length > 0

const given = new Set(['term/given', 'term/rolling'])

/** A holding under a pack: issued about `BASE`, with awards, cards and events around its first cycles. */
export function facts(pack: CompiledPack, options: { readonly events?: boolean } = {}): fc.Arbitrary<HoldingFacts> {
  return fc
    .record({
      start: day(BASE - 200, BASE + 200),
      length: fc.integer({ min: 300, max: 1100 }),
      awards: fc.nat(8).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => award(pack, i)))),
      cards: fc.array(card(pack), { maxLength: 4 }),
      events: options.events === false ? fc.constant([]) : fc.array(event, { maxLength: 2 }),
      extended: fc.option(fc.nat(200), { nil: undefined, freq: 6 }),
      required: hasMinima(pack)
        ? fc.constant(undefined)
        : fc.option(
            fc.nat(60).map((n) => thousandths(n * 1000)),
            { nil: undefined, freq: 6 },
          ),
      renewalNumber: maybe(fc.integer({ min: 1, max: 2 })),
      earnFrom: fc.option(day(BASE, BASE + 300), { nil: undefined, freq: 6 }),
    })
    .map(({ start, length, extended, awards, ...rest }): HoldingFacts => {
      const dated = given.has(pack.term.primitive)
        ? { cycleStart: start, expiresOn: (start + length) as Day }
        : { issuedOn: start }
      const extendedTo = extended === undefined ? undefined : ((start + length + extended) as Day)
      return { ...dated, ...rest, awards, extendedTo, licensedBy: 'examination' }
    })
}

/** A pack with a holding under it. */
export const held = (options: { readonly events?: boolean; readonly but?: (pack: CompiledPack) => boolean } = {}) =>
  fc
    .constantFrom(...PACKS.filter((pack) => !options.but?.(pack)))
    .chain((pack) => fc.record({ pack: fc.constant(pack), facts: facts(pack, options) }))

/** A day on which a question is asked. */
export const askedOn = day(BASE, BASE + 1800)
