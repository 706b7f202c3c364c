import { thousandths } from '../../kernel/index.ts'
import type { CompiledPack } from '../../rules/engine.ts'
import {
  creditWords,
  dayWords,
  type RejectionReason,
  type Rule,
  type TraceLine,
  type Words,
} from '../../rules/index.ts'
import type { HoldingFacts } from '../facts.ts'
import { capsOf } from '../judge/caps.ts'
import type { Judgement } from '../judge/judge.ts'
import { ownLine, ruleLine } from './line.ts'

const REASONS: Readonly<Record<RejectionReason, Words>> = {
  'before-cycle': {
    en: 'it was completed before this cycle could earn',
    es: 'se terminó antes de que este ciclo contara',
  },
  'earned-after-earning-deadline': {
    en: 'it was completed after the last earning day',
    es: 'se terminó después del último día para obtener créditos',
  },
  'outside-sliding-window': {
    en: 'it lies outside the window before the application',
    es: 'queda fuera de la ventana anterior a la solicitud',
  },
  'petition-pending': { en: 'its petition is not decided yet', es: 'su petición aún no está resuelta' },
  'petition-denied': { en: 'its petition was denied', es: 'su petición fue denegada' },
  'petition-filed-too-late': { en: 'its petition was filed too late', es: 'su petición se presentó demasiado tarde' },
  'provider-not-approved-on-date': {
    en: 'the provider was not approved on the day it was completed',
    es: 'el proveedor no estaba aprobado el día en que se terminó',
  },
  'repeated-in-cycle': { en: 'the same course counted already', es: 'el mismo curso ya contó' },
  'repeated-topic': { en: 'the same topic counted already', es: 'el mismo tema ya contó' },
  revoked: { en: 'it was revoked', es: 'fue revocado' },
  'used-in-earlier-cycle': { en: 'an earlier cycle used it', es: 'un ciclo anterior lo usó' },
  'not-for-this-credential': { en: 'it is valid for another credential only', es: 'solo vale para otra credencial' },
  pending: { en: 'it is not approved yet', es: 'aún no está aprobado' },
  denied: { en: 'it was denied', es: 'fue denegado' },
}

/** The pack's rule behind a refusal; null where the engine's definitions decide. */
function ruleBehind(pack: CompiledPack, reason: RejectionReason): Rule | null {
  switch (reason) {
    case 'petition-pending':
    case 'petition-denied':
    case 'petition-filed-too-late':
      return pack.awards.petition
    case 'provider-not-approved-on-date':
      return pack.rules.one('award/provider-approval')
    case 'repeated-in-cycle':
      return pack.awards.repeats.find((rule) => rule.same === 'course') ?? null
    case 'repeated-topic':
      return pack.awards.repeats.find((rule) => rule.same === 'topic') ?? null
    case 'earned-after-earning-deadline':
      return pack.earning
    case 'outside-sliding-window':
      return pack.sliding
    default:
      return null
  }
}

/** An award as people know it: its id with its title. */
function namesOf(facts: HoldingFacts): (id: string) => string {
  const titles = new Map(facts.awards.map((award) => [award.id, award.title]))
  return (id) => {
    const title = titles.get(id)
    return title === undefined ? id : `${id} (${title})`
  }
}

/** What was refused and why, what was admitted, and what each limit cut. */
export function awardLines(pack: CompiledPack, facts: HoldingFacts, judgement: Judgement): TraceLine[] {
  const lines: TraceLine[] = []
  const nameOf = namesOf(facts)
  for (const { award, reason } of judgement.rejected) {
    const name = nameOf(award)
    const words = {
      en: `${name} does not count: ${REASONS[reason].en}.`,
      es: `${name} no cuenta: ${REASONS[reason].es}.`,
    }
    const rule = ruleBehind(pack, reason)
    lines.push(rule ? ruleLine(pack, rule, words) : ownLine('award', words))
  }
  for (const { award, amount, code, day } of judgement.items) {
    const rule = award ? null : pack.cards.find((card) => card.credit === amount && card.category === code)?.rule
    const category = pack.pack.categories[code]?.code
    const credits = creditWords(pack.pack, thousandths(amount))
    const on = dayWords(day)
    const of = category === undefined ? '' : ` (${category})`
    if (rule)
      lines.push(
        ruleLine(pack, rule, { en: `It gives ${credits.en}${of}.`, es: `Da ${credits.es}${of}.` }, thousandths(amount)),
      )
    else if (award) {
      const name = nameOf(award.id)
      lines.push(
        ownLine(
          'award',
          {
            en: `${name}, completed on ${on.en}: ${credits.en}${of}.`,
            es: `${name}, terminado el ${on.es}: ${credits.es}${of}.`,
          },
          thousandths(amount),
        ),
      )
    }
  }
  return [...lines, ...conversionLines(pack, judgement), ...capLines(pack, judgement)]
}

function conversionLines(pack: CompiledPack, judgement: Judgement): TraceLine[] {
  const { rounding, equivalence } = pack.awards
  const lines: TraceLine[] = []
  if (rounding && judgement.items.length > 0) lines.push(ruleLine(pack, rounding.rule, null))
  for (const { rule } of equivalence)
    if (judgement.items.some(({ award }) => award?.faceValue?.unit.toLowerCase() === rule.unit.toLowerCase()))
      lines.push(ruleLine(pack, rule, null))
  return lines
}

/** Rules about single activities and kinds that cut something. */
function capLines(pack: CompiledPack, judgement: Judgement): TraceLine[] {
  const cut = capsOf(pack, judgement.items).filter(
    (cap) => cap.items.reduce((sum, index) => sum + (judgement.items[index]?.amount ?? 0), 0) > cap.max,
  )
  const rules = new Map<string, { rule: Rule; over: number }>()
  for (const cap of cut) {
    const sum = cap.items.reduce((total, index) => total + (judgement.items[index]?.amount ?? 0), 0)
    const known = rules.get(cap.rule.id)
    rules.set(cap.rule.id, { rule: cap.rule, over: (known?.over ?? 0) + sum - cap.max })
  }
  return [...rules.values()].map(({ rule, over }) => {
    const words = creditWords(pack.pack, thousandths(over))
    return ruleLine(pack, rule, { en: `Over it: ${words.en}.`, es: `Por encima: ${words.es}.` }, thousandths(over))
  })
}
