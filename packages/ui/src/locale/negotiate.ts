/** The languages that are complete. The first is the one for everybody else. */
export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text)

/** The chosen language where there is one, else the best of `Accept-Language`, else English. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(rangeOf)
    .sort((a, b) => b.weight - a.weight)
  return wanted.map(({ language }) => language).find(isLocale) ?? LOCALES[0]
}

function rangeOf(part: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { language: weight > 0 ? (tag.split('-')[0] ?? '') : '', weight: Math.max(weight, 0) || 0 }
}
