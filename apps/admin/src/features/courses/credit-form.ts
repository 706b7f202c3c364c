import { type Amount, formatAmount, parseAmount, parseDay } from '@gs/domain'
import { creditFault } from '@gs/domain/courses'
import type { CreditsPage } from './draft-view.ts'

/** What a body gives, as its fields are typed. */
export interface TypedCredit {
  readonly packId: string
  readonly category: string
  readonly amount: string
  readonly from: string
  readonly to: string
  readonly source: string
}

export const creditTyped = ({ amount, to, ...credit }: CreditsPage['credits'][number]): TypedCredit => ({
  ...credit,
  amount: formatAmount(amount as Amount),
  to: to ?? '',
})

/** As it is sent. */
export const creditToSend = ({ amount, to, source, ...credit }: TypedCredit) => ({
  ...credit,
  amount: amount.trim().replace(',', '.'),
  to: to === '' ? null : to,
  source: source.trim(),
})

export type CreditField = 'pack' | 'category' | 'amount' | 'from' | 'to' | 'twice'

/** The first line that cannot be kept as it is, and why; nothing where all can. */
export function faultInCredits(
  typed: readonly TypedCredit[],
  packs: CreditsPage['packs'],
): { readonly index: number; readonly field: CreditField } | null {
  const approvals = []
  for (const [index, credit] of typed.entries()) {
    const { packId, category, amount, from, to } = { ...credit, ...creditToSend(credit) }
    const parsed = { amount: parseAmount(amount), from: parseDay(from), to: to === null ? null : parseDay(to) }
    if (!parsed.amount.ok) return { index, field: 'amount' }
    if (!parsed.from.ok) return { index, field: 'from' }
    if (parsed.to && !parsed.to.ok) return { index, field: 'to' }
    const last = parsed.to ? parsed.to.value : null
    approvals.push({ packId, category, amount: parsed.amount.value, from: parsed.from.value, to: last })
  }
  return creditFault(approvals, new Map(packs.map((pack) => [pack.packId, pack.categories.map(({ code }) => code)])))
}
