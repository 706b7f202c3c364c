'use client'

import { type Day, formatDay } from '@gs/domain'
import { contactHours } from '@gs/domain/planner'
import { readMissing } from '@gs/domain/rules'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { useTranslations } from 'next-intl'
import { useAppLocale } from '../courses/use-locale.ts'
import type { PlanPage } from './types.ts'

const CARDS = ['cpr-aed', 'cpr', 'cpr-a', 'ecc'] as const

/** Days, amounts and codes of a plan in the reader's language. */
export function usePlanWords({ currency, holdings }: Pick<PlanPage, 'currency' | 'holdings'>) {
  const t = useTranslations('plan')
  const locale = useAppLocale()
  const number = (thousandths: number): string => formatThousandths(locale, thousandths)
  const plain = (thousandths: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(thousandths / 1000)
  const holding = (id: string) => holdings.find((each) => each.holdingId === id)
  const card = (type: string): string => {
    const known = CARDS.find((each) => each === type)
    return known ? t(`cards.${known}`) : t('cards.other', { type })
  }
  const credits = (holdingId: string, amount: number): string => {
    const unit = holding(holdingId)?.unit
    const words = amount === 1000 ? unit?.singular : unit?.plural
    return `${number(amount)} ${words?.[locale] ?? ''}`.trim()
  }
  const missing = (code: string, holdingId: string, needed: number): string => {
    const part = readMissing(code)
    const what =
      part.kind === 'credits'
        ? credits(holdingId, needed)
        : part.kind === 'card'
          ? t('missing.card', { card: card(part.subject) })
          : t(`missing.${part.kind}`, { subject: part.subject })
    return part.incurable ? t('missing.incurable', { what }) : what
  }
  /** What kind of thing is missing, where its amount is not told. */
  const missingKind = (code: string): string => {
    const part = readMissing(code)
    if (part.kind === 'credits') return t('missing.creditsKind')
    return missing(code, '', 0)
  }
  return {
    t,
    locale,
    missingKind,
    number,
    card,
    credits,
    missing,
    name: (holdingId: string): string => holding(holdingId)?.name[locale] ?? '',
    body: (holdingId: string): string => holding(holdingId)?.body ?? '',
    unit: (holdingId: string): string => holding(holdingId)?.unit.plural[locale] ?? '',
    hours: (thousandths: number): string => t('hours', { hours: plain(thousandths) }),
    /** Waste as contact hours, from thousandths of a minute. */
    waste: (thousandthsOfMinute: number): string => t('hours', { hours: plain(contactHours(thousandthsOfMinute)) }),
    money: (thousandths: number): string =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 })
        .format(thousandths / 1000)
        .replace(/[.,]00(?=\D|$)/, ''),
    day: (day: Day | string, style: 'short' | 'medium' | 'long' = 'medium'): string =>
      formatCivilDay(locale, typeof day === 'string' ? day : formatDay(day), style),
    month: (day: Day): string =>
      new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${formatDay(day)}T00:00:00Z`),
      ),
    list: (items: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  } as const
}

export type PlanWords = ReturnType<typeof usePlanWords>
