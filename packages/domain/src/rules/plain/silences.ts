import type { Pack } from '../pack/schema.ts'
import type { PrimitiveName } from '../primitives/rule.ts'
import { minutesWords } from '../speech.ts'
import type { Words } from '../trace.ts'
import type { SectionName } from './sections.ts'

/** A sentence that no rule of the pack makes: its unit, its clock, or what follows where the rules are silent. */
export interface Unruled {
  readonly id: string
  readonly section: SectionName
  readonly text: Words
  /** `pack`: the pack states it; `silence`: it follows where the rules say nothing. */
  readonly basis: 'pack' | 'silence'
}

const HOUR = 60

function unitWords({ unit }: Pack): Words {
  const { singular, minutesPerUnit: minutes } = unit
  if (minutes === null)
    return {
      en: `How long one ${singular.en} is was not published.`,
      es: `No se ha publicado cuánto dura un crédito (${singular.es}).`,
    }
  const length = minutesWords(minutes)
  const hours = minutes > HOUR && minutes % HOUR === 0 ? ` (${minutes / HOUR} h)` : ''
  return {
    en: `1 ${singular.en} stands for ${length.en}${hours} of activity.`,
    es: `1 ${singular.es} equivale a ${length.es}${hours} de actividad.`,
  }
}

function issuerWords({ names, months, ends }: Pack['issuers'][number]): Words {
  const [name] = names
  return ends === 'end-of-month'
    ? {
        en: `A card of ${name} on which no last day is printed is valid for ${months} months, to the end of the month.`,
        es: `Una tarjeta de ${name} sin último día impreso vale ${months} meses, hasta el final del mes.`,
      }
    : {
        en: `A card of ${name} on which no last day is printed is valid for ${months} months, to the same day of the month.`,
        es: `Una tarjeta de ${name} sin último día impreso vale ${months} meses, hasta el mismo día del mes.`,
      }
}

/** What the product takes for true where a pack has none of these primitives. */
const WHERE_SILENT: readonly (Omit<Unruled, 'basis'> & { readonly unless: readonly PrimitiveName[] })[] = [
  {
    id: 'silent-cards',
    section: 'cards',
    unless: ['prerequisite/continuous', 'prerequisite/current', 'prerequisite/horizon', 'prerequisite/issued-within'],
    text: {
      en: 'No card is asked for in what was read.',
      es: 'En lo leído no se pide ninguna tarjeta.',
    },
  },
  {
    id: 'silent-earning',
    section: 'deadlines',
    unless: ['window/earning', 'window/sliding'],
    text: {
      en: 'Credits count if they were completed by the last day of the cycle.',
      es: 'Los créditos cuentan si se terminaron a más tardar el último día del ciclo.',
    },
  },
  {
    id: 'silent-late',
    section: 'deadlines',
    unless: ['window/late'],
    text: {
      en: 'No time after expiry was found: the renewal must be filed by the last day of the cycle.',
      es: 'No se halló ningún plazo tras el vencimiento: hay que presentar la renovación a más tardar el último día del ciclo.',
    },
  },
  {
    id: 'silent-fees',
    section: 'fees',
    unless: ['fee/renewal', 'fee/renewal-by-count', 'fee/renewal-by-origin'],
    text: { en: 'No renewal fee was found.', es: 'No se halló ninguna cuota de renovación.' },
  },
  {
    id: 'silent-carry',
    section: 'carry',
    unless: ['lifecycle/carry'],
    text: {
      en: 'No carrying over was found: what is left over at a renewal serves no later cycle.',
      es: 'No se halló que se puedan pasar créditos: lo que sobra en una renovación no sirve para ningún ciclo posterior.',
    },
  },
]

/** The sentences of a pack beside its rules. What never expires is asked for nothing. */
export function unruledSentences(pack: Pack): readonly Unruled[] {
  const has = (primitive: PrimitiveName) => pack.rules.some((rule) => rule.primitive === primitive)
  const unit: Unruled = {
    id: 'unit',
    section: 'total',
    text: unitWords(pack),
    basis: pack.unit.minutesPerUnit === null ? 'silence' : 'pack',
  }
  const issuers = pack.issuers.map(
    (issuer, i): Unruled => ({
      id: `issuer-${i + 1}`,
      section: 'cards',
      text: issuerWords(issuer),
      basis: 'pack',
    }),
  )
  if (has('term/none')) return [unit, ...issuers]
  const zone: Unruled = {
    id: 'zone',
    section: 'deadlines',
    basis: pack.deadlineZone === null ? 'silence' : 'pack',
    text:
      pack.deadlineZone === null
        ? {
            en: 'The time zone of the deadlines was not published: days are taken as they are written.',
            es: 'No se ha publicado el huso horario de los plazos: los días se toman como están escritos.',
          }
        : {
            en: `Days end at midnight in the zone ${pack.deadlineZone}.`,
            es: `Los días terminan a medianoche en el huso ${pack.deadlineZone}.`,
          },
  }
  const silent = WHERE_SILENT.filter(({ unless }) => !unless.some(has)).map(
    ({ id, section, text }): Unruled => ({
      id,
      section,
      text,
      basis: 'silence',
    }),
  )
  return [unit, ...issuers, ...silent, zone]
}
