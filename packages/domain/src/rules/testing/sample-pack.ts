import { type Day, dayOf } from '../../kernel/index.ts'
import { type CompiledPack, compilePack, type Pack, parsePack, type Rule } from '../index.ts'

/** A rule of a sample pack without what every rule carries. */
export type SampleRule = { readonly primitive: Rule['primitive']; readonly [field: string]: unknown }

/** The JSON of a small pack for tests: three categories, a term that is given, and the rules. */
export function sampleJson(rules: readonly SampleRule[], fields: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    format: 1,
    id: 'sample',
    lineage: 'sample',
    version: 1,
    kind: 'certification',
    body: { short: 'Sample', name: { en: 'Sample body', es: 'Entidad de muestra' } },
    credential: { name: { en: 'Sample', es: 'Muestra' }, names: ['SAMPLE', 'OTHER'] },
    effective: { from: '2000-01-01', to: null },
    unit: {
      singular: { en: 'credit', es: 'crédito' },
      plural: { en: 'credits', es: 'créditos' },
      minutesPerUnit: 60,
    },
    currency: 'USD',
    deadlineZone: null,
    categories: ['A', 'B', 'C'].map((code) => ({ code, name: { en: `Group ${code}`, es: `Grupo ${code}` } })),
    issuers: [],
    rules: rules.map((rule, i) => ({ id: `rule-${i}`, sources: ['s1'], bindsTo: 'period', ...rule })),
    sources: [{ id: 's1', title: 'Sample page', url: 'https://example.org/rules', asOf: '2025' }],
    confidence: { level: 'high', words: { en: 'High.', es: 'Alta.' } },
    assumptions: [],
    unverified: [],
    ...fields,
  }
}

/** The pack itself. Throws where the JSON is none: a fault of the test. */
export function samplePack(rules: readonly SampleRule[], fields: Readonly<Record<string, unknown>> = {}): Pack {
  const parsed = parsePack(sampleJson(rules, fields))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

/** The same, prepared. */
export const compiledSample = (
  rules: readonly SampleRule[],
  fields: Readonly<Record<string, unknown>> = {},
): CompiledPack => compilePack(samplePack(rules, fields))

/** The day of a date in a test. Throws where there is no such day. */
export function on(text: string): Day {
  const [year, month, date] = text.split('-').map(Number)
  const day = dayOf(year ?? 0, month ?? 0, date ?? 0)
  if (day === undefined) throw new Error(text)
  return day
}
