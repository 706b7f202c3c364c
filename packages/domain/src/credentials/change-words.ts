import type { Amount, Day } from '../kernel/index.ts'
import { cardWords, categoryWords, creditWords, dayWords, type Pack, type Words } from '../rules/index.ts'

/** Credits that are still needed of one kind, and by when. */
export interface CreditChange {
  readonly category: string | null
  readonly amount: Amount
  /** Not before this day: a year of the cycle that has not begun. */
  readonly from: Day | null
  readonly by: Day | null
}

/** What would make the holding renewable with the least: verified by evaluating the facts with it. */
export interface SmallestChange {
  readonly credits: readonly CreditChange[]
  /** Card types to renew. */
  readonly cards: readonly string[]
  /** Yearly duties to settle, as `YEAR:DUTY`. */
  readonly duties: readonly string[]
  /** The day to wait for, where filing is not open yet. */
  readonly waitUntil: Day | null
  readonly words: Words
}

const ANY: Words = { en: 'any category', es: 'cualquier categoría' }

const both = (list: readonly Words[], lang: 'en' | 'es'): string => list.map((each) => each[lang]).join('; ')

/** The smallest change as a sentence: "1 more CEC of category A by 31 December 2026; a new CPR/AED card". */
export function changeWords(pack: Pack, change: Omit<SmallestChange, 'words'>): Words {
  const parts: Words[] = change.credits.map(({ category, amount, from, by }) => {
    const credits = creditWords(pack, amount)
    const of = category !== null ? categoryWords(pack, [category]) : pack.categories.length > 0 ? ANY : null
    const start = from === null ? null : dayWords(from)
    const end = by === null ? null : dayWords(by)
    return {
      en: `${credits.en} more${of ? ` of ${of.en}` : ''}${start ? ` from ${start.en}` : ''}${end ? ` by ${end.en}` : ''}`,
      es: `${credits.es} más${of ? ` de ${of.es}` : ''}${start ? ` desde el ${start.es}` : ''}${end ? ` hasta el ${end.es}` : ''}`,
    }
  })
  for (const type of change.cards) {
    const card = cardWords(type)
    parts.push({ en: `${card.en} that meets the rule`, es: `${card.es} que cumpla la regla` })
  }
  for (const duty of change.duties) {
    const [year, ...rest] = duty.split(':')
    parts.push({ en: `"${rest.join(':')}" for ${year} settled`, es: `«${rest.join(':')}» de ${year} cumplido` })
  }
  if (change.waitUntil !== null) {
    const day = dayWords(change.waitUntil)
    parts.push({ en: `filing no earlier than ${day.en}`, es: `presentar no antes del ${day.es}` })
  }
  return { en: both(parts, 'en'), es: both(parts, 'es') }
}
