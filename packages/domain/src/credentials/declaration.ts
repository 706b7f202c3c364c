import { addDays, addMonths, type Day, type DaySpan, err, ok, type Result } from '../kernel/index.ts'
import { type CompiledPack, dayOfText } from '../rules/engine.ts'
import { evaluate } from './evaluate.ts'
import type { HoldingFacts } from './facts.ts'

/** A credential that somebody says is held. */
export interface Declaration {
  readonly credential: string
  readonly certifiedOn: Day
  /** The current cycle as it stands on the certificate, where the rules do not count it from the certification. */
  readonly cycleStart: Day | null
  readonly expiresOn: Day | null
}

export type DeclarationField = 'certifiedOn' | 'cycleStart' | 'expiresOn'

export type DeclarationFaultCode =
  | 'holding.certified-in-future'
  | 'holding.never-expires'
  | 'holding.cycle-ends-before-start'
  | 'holding.cycle-before-certification'
  | 'holding.cycle-not-begun'
  | 'holding.cycle-too-long'
  | 'holding.cycle-dates-needed'
  | 'holding.first-cycle-over'

/** What is wrong with a declaration, and at which field. */
export interface DeclarationFault {
  readonly field: DeclarationField
  readonly code: DeclarationFaultCode
}

/** The facts of a declared holding, and the cycle in which it is; null: it never expires. */
export interface Declared {
  readonly facts: Pick<HoldingFacts, 'credential' | 'issuedOn' | 'cycleStart' | 'expiresOn'>
  readonly cycle: DaySpan | null
}

/** Printed terms end some days off the exact month: a term longer than this beyond it is a mistake. */
const SLACK_DAYS = 31

const fault = (field: DeclarationField, code: DeclarationFaultCode): Result<never, DeclarationFault> =>
  err({ field, code })

/** Whether the dates of a declaration can be, by the pack under which it is held. Answers the first fault. */
export function judgeDeclaration(
  pack: CompiledPack,
  declaration: Declaration,
  today: Day,
): Result<Declared, DeclarationFault> {
  const { credential, certifiedOn, cycleStart, expiresOn } = declaration
  if (certifiedOn > today) return fault('certifiedOn', 'holding.certified-in-future')
  if (pack.term.primitive === 'term/none') {
    if (expiresOn !== null) return fault('expiresOn', 'holding.never-expires')
    if (cycleStart !== null) return fault('cycleStart', 'holding.never-expires')
    return ok({ facts: { credential, issuedOn: certifiedOn }, cycle: null })
  }
  const wrong = cycleFault(pack, declaration, today)
  if (wrong) return err(wrong)
  const facts = {
    credential,
    issuedOn: certifiedOn,
    ...(cycleStart === null ? {} : { cycleStart }),
    ...(expiresOn === null ? {} : { expiresOn }),
  }
  const { cycle } = evaluate(pack, { ...facts, events: [], awards: [], cards: [] }, { asOf: today })
  if (!cycle) return fault('expiresOn', 'holding.cycle-dates-needed')
  // Cycles that are counted from the certification alone would leave out every renewal since.
  if (expiresOn === null && cycle.to < today) return fault('expiresOn', 'holding.first-cycle-over')
  return ok({ facts, cycle: { from: cycle.from ?? certifiedOn, to: cycle.to } })
}

function cycleFault(
  pack: CompiledPack,
  { certifiedOn, cycleStart, expiresOn }: Declaration,
  today: Day,
): DeclarationFault | null {
  if (cycleStart !== null) {
    if (cycleStart > today) return { field: 'cycleStart', code: 'holding.cycle-not-begun' }
    if (cycleStart < certifiedOn) return { field: 'cycleStart', code: 'holding.cycle-before-certification' }
    if (expiresOn === null) return { field: 'expiresOn', code: 'holding.cycle-dates-needed' }
  }
  if (expiresOn === null) return null
  if (expiresOn < (cycleStart ?? certifiedOn)) return { field: 'expiresOn', code: 'holding.cycle-ends-before-start' }
  const longest = longestEnd(pack, cycleStart ?? certifiedOn)
  if (cycleStart !== null && longest !== null && expiresOn > longest)
    return { field: 'expiresOn', code: 'holding.cycle-too-long' }
  return null
}

/** The last day on which a cycle that began on a day can end; null where the pack knows no length. */
function longestEnd({ term }: CompiledPack, start: Day): Day | null {
  switch (term.primitive) {
    case 'term/none':
      return null
    case 'term/rolling':
      return addDays(addMonths(start, 12 * term.years), SLACK_DAYS)
    case 'term/common-period': {
      const length = dayOfText(term.end) - dayOfText(term.start)
      // Certified late in a period, the first term runs through the next one too.
      return addDays(start, 2 * length + SLACK_DAYS)
    }
    default:
      return term.months === undefined ? null : addDays(addMonths(start, term.months), SLACK_DAYS)
  }
}
