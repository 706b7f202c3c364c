import { type Day, thousandths } from '@gs/domain'
import type { HoldingFacts } from '@gs/domain/credentials'
import { type Award, type CompiledPack, compilePack } from '@gs/domain/rules'
import { loadPacks } from '../../packages/rulepacks/src/index.ts'

/** A holding of the population, and the day on which it is asked about. */
export interface Member {
  readonly pack: CompiledPack
  readonly facts: HoldingFacts
  readonly asOf: Day
}

const YEARS = 6
const PER_PACK = 40

/** A small generator with a fixed seed, so that every run measures the same people. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function member(pack: CompiledPack, roll: (sides: number) => number): Member {
  const asOf = (20_000 + roll(700)) as Day
  const codes = [...pack.codes.keys()]
  const awards = Array.from({ length: 5 + roll(56) }, (_, i): Award => {
    return {
      id: `a${i}`,
      completedOn: (asOf - roll(YEARS * 365)) as Day,
      kind: roll(12) === 0 ? 'petition' : 'course',
      decision: roll(15) === 0 ? 'pending' : 'approved',
      category: codes.length > 0 ? (codes[roll(codes.length)] ?? null) : null,
      credits: thousandths(100 * (1 + roll(30))),
    }
  })
  const start = (asOf - roll(600)) as Day
  const dated =
    pack.term.primitive === 'term/given' || pack.term.primitive === 'term/rolling'
      ? { cycleStart: start, expiresOn: (start + 1095) as Day }
      : { issuedOn: (asOf - roll(900)) as Day }
  const cards = pack.cards.map(({ rule }) => ({
    type: rule.type,
    issuer: 'AHA',
    issuedOn: (asOf - roll(800)) as Day,
    validThrough: null,
    handsOn: true,
  }))
  return { pack, asOf, facts: { ...dated, events: [], awards, cards } }
}

/** Holdings drawn over all packs of the product: histories of six years with 5 to 60 awards each. */
export function population(): Member[] {
  const roll = dice(20_261_121)
  return loadPacks()
    .map(compilePack)
    .flatMap((pack) => Array.from({ length: PER_PACK }, () => member(pack, roll)))
}

/** A fixed total, no categories, no years, no carrying: what most bodies ask. */
export const isSimple = ({ pack }: Member): boolean =>
  pack.pack.categories.length === 0 &&
  !pack.subPeriod &&
  !pack.carry &&
  pack.rules.one('requirement/fixed') !== null &&
  pack.awards.perActivity.length === 0
