import { type Amount, type Day, parseAmount, parseDay } from '../kernel/index.ts'

/** A fault of the input: the field, and what is wrong with it. */
export interface Fault {
  readonly field: string
  readonly message: string
}

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}

/** Reads the fields of one case; every fault is collected, so that one run names them all. null counts as absent. */
export class Reader {
  readonly faults: Fault[] = []

  fault(field: string, message: string): undefined {
    this.faults.push({ field, message })
    return undefined
  }

  private wrong(field: string, wanted: string, value: unknown): undefined {
    return this.fault(field, `must be ${wanted}, not ${shown(value)}`)
  }

  text(value: unknown, field: string): string | undefined {
    if (value === undefined || value === null) return undefined
    return typeof value === 'string' && value !== '' ? value : this.wrong(field, 'a text', value)
  }

  day(value: unknown, field: string): Day | undefined {
    if (value === undefined || value === null) return undefined
    const parsed = typeof value === 'string' ? parseDay(value) : undefined
    return parsed?.ok ? parsed.value : this.wrong(field, 'a date that exists, as YYYY-MM-DD', value)
  }

  amount(value: unknown, field: string): Amount | undefined {
    if (value === undefined || value === null) return undefined
    const text = typeof value === 'number' ? String(value) : value
    const parsed = typeof text === 'string' ? parseAmount(text) : undefined
    if (!parsed?.ok) return this.wrong(field, 'an amount with at most three decimals, such as "1.9"', value)
    return parsed.value < 0 ? this.fault(field, `must not be negative: ${shown(value)}`) : parsed.value
  }

  whole(value: unknown, field: string, least: number): number | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= 10_000_000) return value
    return this.wrong(field, `a whole number of at least ${least}`, value)
  }

  flag(value: unknown, field: string): boolean | undefined {
    if (value === undefined || value === null) return undefined
    return typeof value === 'boolean' ? value : this.wrong(field, 'true or false', value)
  }

  fields(value: unknown, field: string): Fields | undefined {
    if (value === undefined || value === null) return undefined
    return isFields(value) ? value : this.wrong(field, 'an object', value)
  }

  list(value: unknown, field: string): readonly unknown[] {
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value
    this.wrong(field, 'a list', value)
    return []
  }

  texts(value: unknown, field: string): string[] | undefined {
    if (value === undefined || value === null) return undefined
    const list: readonly unknown[] = typeof value === 'string' ? [value] : this.list(value, field)
    return list.flatMap((each, i) => this.text(each, `${field}[${i}]`) ?? [])
  }

  oneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T | undefined {
    if (value === undefined || value === null) return undefined
    const found = allowed.find((each) => each === value)
    return found ?? this.wrong(field, `one of ${allowed.join(', ')}`, value)
  }
}
