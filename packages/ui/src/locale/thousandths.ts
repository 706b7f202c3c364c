const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, decimals: number, signed: boolean): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${signed}`
  const kept = formats.get(key)
  if (kept) return kept
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 3,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
  formats.set(key, made)
  return made
}

/** Below this many thousandths the first decimal is always written: "2.0", but "45". */
const TENTHS_BELOW = 10_000

/** An integer number of thousandths as a decimal of the language: 1900 as "1.9" or "1,9"; `signed` as "+1.9". */
export function formatThousandths(locale: string, thousandths: number, signed = false): string {
  const decimals = Math.abs(thousandths) < TENTHS_BELOW ? 1 : 0
  return formatOf(locale, decimals, signed).format(thousandths / 1000)
}
