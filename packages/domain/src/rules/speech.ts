import { type Amount, calendarOf, type Day, formatAmount, parseAmount, parseDay } from '../kernel/index.ts'
import type { Speaker } from './primitives/speaker.ts'
import type { Words } from './trace.ts'

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const MONTHS_ES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

/** A day in words: "30 June 2026", «30 de junio de 2026». */
export function dayWords(day: Day): Words {
  const { year, month, day: date } = calendarOf(day)
  return { en: `${date} ${MONTHS_EN[month - 1]} ${year}`, es: `${date} de ${MONTHS_ES[month - 1]} de ${year}` }
}

/** A date text of a pack in words; the text itself where it is none. */
export function dateWords(text: string): Words {
  const parsed = parseDay(text)
  return parsed.ok ? dayWords(parsed.value) : { en: text, es: text }
}

const counted = (n: number, en: readonly [string, string], es: readonly [string, string]): Words => ({
  en: `${n} ${n === 1 ? en[0] : en[1]}`,
  es: `${n} ${n === 1 ? es[0] : es[1]}`,
})

export const monthsWords = (n: number): Words =>
  n % 12 === 0 ? counted(n / 12, ['year', 'years'], ['año', 'años']) : counted(n, ['month', 'months'], ['mes', 'meses'])
export const daysWords = (n: number): Words => counted(n, ['day', 'days'], ['día', 'días'])
export const minutesWords = (n: number): Words => counted(n, ['minute', 'minutes'], ['minuto', 'minutos'])

/** Credits with the pack's own word for them. */
export function creditWords(pack: Speaker, amount: Amount): Words {
  const number = formatAmount(amount)
  const unit = amount === 1000 ? pack.unit.singular : pack.unit.plural
  return { en: `${number} ${unit.en}`, es: `${number.replace('.', ',')} ${unit.es}` }
}

/** The same from an amount text of the pack. */
export function amountWords(pack: Speaker, text: string): Words {
  const parsed = parseAmount(text)
  return parsed.ok ? creditWords(pack, parsed.value) : { en: text, es: text }
}

/** A day of every year in words, from its MM-DD: "1 July", «1 de julio». */
export function yearDayWords(text: string): Words {
  const [month = 1, date = 1] = text.split('-').map(Number)
  return { en: `${date} ${MONTHS_EN[month - 1]}`, es: `${date} de ${MONTHS_ES[month - 1]}` }
}

/** Categories by name, with their codes. */
export function categoryWords(pack: Speaker, codes: readonly string[]): Words {
  const names = codes.map((code) => {
    const category = pack.categories.find((each) => each.code === code)
    return category
      ? { en: `${code} (${category.name.en})`, es: `${code} (${category.name.es})` }
      : { en: code, es: code }
  })
  const join = (list: readonly string[], and: string) =>
    list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} ${and} ${list[list.length - 1]}`
  return {
    en: join(
      names.map((name) => name.en),
      'and',
    ),
    es: join(
      names.map((name) => name.es),
      'y',
    ),
  }
}

export const moneyWords = (pack: Speaker, text: string): string => `${text} ${pack.currency}`

const CARDS: Readonly<Record<string, Words>> = {
  'cpr-aed': { en: 'a CPR/AED card', es: 'una tarjeta de RCP y DEA' },
  cpr: { en: 'a CPR card', es: 'una tarjeta de RCP' },
  'cpr-a': { en: 'a CPR level A card', es: 'una tarjeta de RCP de nivel A' },
  ecc: { en: 'an emergency cardiac care card', es: 'una tarjeta de atención cardiaca de emergencia' },
}

/** What people call a type of card, with its article. */
export const cardWords = (type: string): Words => CARDS[type] ?? { en: `a card "${type}"`, es: `una tarjeta «${type}»` }

const KINDS: Readonly<Record<string, Words>> = {
  course: { en: 'courses', es: 'los cursos' },
  petition: { en: 'petitions', es: 'las peticiones' },
  certification: { en: 'certifications', es: 'las certificaciones' },
  presenting: { en: 'presenting', es: 'las presentaciones' },
  speaking: { en: 'talks', es: 'las charlas' },
  committee: { en: 'committee service', es: 'el servicio en comités' },
  'cpr-course': { en: 'CPR courses', es: 'los cursos de RCP' },
  carry: { en: 'credit carried in', es: 'los créditos traídos' },
}

/** What people call a kind of activity. */
export const kindWords = (kind: string): Words => KINDS[kind] ?? { en: kind, es: kind }

const DUTIES: Readonly<Record<string, Words>> = {
  'ecc confirmed': {
    en: 'confirming the emergency cardiac care card',
    es: 'confirmar la tarjeta de atención cardiaca',
  },
  'fee paid': { en: 'paying the yearly fee', es: 'pagar la cuota anual' },
  attestation: { en: 'an attestation', es: 'una declaración' },
}

/** What people call a duty of every year. */
export const dutyWords = (duty: string): Words => DUTIES[duty] ?? { en: duty, es: duty }

const STATUSES: Readonly<Record<string, Words>> = {
  pending: { en: 'not yet begun', es: 'aún no iniciada' },
  active: { en: 'active', es: 'vigente' },
  due_soon: { en: 'due soon', es: 'vence pronto' },
  grace: { en: 'in the grace period', es: 'en periodo de gracia' },
  late: { en: 'late', es: 'con retraso' },
  suspended: { en: 'suspended', es: 'suspendida' },
  inactive: { en: 'inactive', es: 'inactiva' },
  extended: { en: 'extended', es: 'prorrogada' },
  lapsed: { en: 'lapsed', es: 'caducada' },
  permanent: { en: 'permanent', es: 'permanente' },
  'n/a': { en: 'a calculation only', es: 'solo un cálculo' },
}

/** A status in words. */
export const statusWords = (status: string): Words => STATUSES[status] ?? { en: status, es: status }
