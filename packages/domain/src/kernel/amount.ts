import { err, ok, type Result } from './result.ts'

declare const amountBrand: unique symbol
/** Credits in thousandths of the unit that stands beside them, always an integer. */
export type Amount = number & { readonly [amountBrand]: true }

export const ZERO = 0 as Amount

/** Takes an integer number of thousandths as an Amount. Not for decimals: those go through `parseAmount`. */
export const thousandths = (n: number): Amount => n as Amount

export const addAmounts = (a: Amount, b: Amount): Amount => (a + b) as Amount
export const subtractAmounts = (a: Amount, b: Amount): Amount => (a - b) as Amount
export const minAmount = (a: Amount, b: Amount): Amount => (a < b ? a : b)
export const maxAmount = (a: Amount, b: Amount): Amount => (a > b ? a : b)

const DECIMAL = /^(-?)(\d{1,9})(?:\.(\d{1,3})0*)?$/

/**
 * Reads a decimal string of credits ("1.9") as thousandths of the unit (1900).
 * Error `amount.invalid` where it is no decimal of at most nine digits before and three after the point.
 */
export function parseAmount(text: string): Result<Amount, 'amount.invalid'> {
  const match = DECIMAL.exec(text)
  if (!match) return err('amount.invalid')
  const whole = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'))
  return ok((match[1] === '-' ? 0 - whole : whole) as Amount)
}

/** Writes thousandths as the shortest decimal string: 1900 as "1.9", 2000 as "2". */
export function formatAmount(amount: Amount): string {
  const absolute = Math.abs(amount)
  const fraction = String(absolute % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = Math.trunc(absolute / 1000)
  return `${amount < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}
