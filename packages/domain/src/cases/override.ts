import { isZone } from '../kernel/index.ts'
import { type Pack, parsePack } from '../rules/index.ts'
import { overrideFees } from './override-fees.ts'
import { overrideLimits } from './override-limits.ts'
import { overrideWindows } from './override-windows.ts'
import { type Fault, type Fields, isFields } from './reader.ts'

/** Fields of a published rule set that only describe it. */
const DESCRIPTIVE = new Set([
  'id',
  'body',
  'credential',
  'basis',
  'assumptions',
  'categories',
  'effective',
  'bindsTo',
  'providerApproval',
  'annualDuties',
  'multiCredential',
])

/** Whole-pack fields that are no rules. */
function plain(pack: Pack, field: string, value: unknown): unknown {
  if (field === 'deadlineZone')
    return typeof value === 'string' && !isZone(value) ? undefined : { ...pack, deadlineZone: value }
  if (field === 'unit' && isFields(value))
    return { ...pack, unit: { ...pack.unit, minutesPerUnit: value.minutesPerUnit ?? pack.unit.minutesPerUnit } }
  return undefined
}

/** Category codes that a rule of the override uses and the pack has not. */
function withCodes(pack: Pack, rules: readonly unknown[]): Pack {
  const known = new Set(pack.categories.map((category) => category.code))
  const added: Pack['categories'] = []
  for (const rule of rules) {
    if (!isFields(rule)) continue
    const codes: readonly unknown[] = Array.isArray(rule.codes) ? rule.codes : [rule.category, rule.creditCategory]
    for (const code of codes) {
      if (typeof code !== 'string' || known.has(code)) continue
      known.add(code)
      added.push({ code, name: { en: code, es: code } })
    }
  }
  return added.length > 0 ? { ...pack, categories: [...pack.categories, ...added] } : pack
}

/**
 * Replaces fields of a pack for one case. The override has the shape of the published facts (`minima`, `required`,
 * `late` …), whatever the product's own format; a field that is unknown or cannot be read is a fault.
 */
export function overridePack(
  pack: Pack,
  override: Fields,
): { readonly pack: Pack | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  let json: Pack = pack
  for (const [field, value] of Object.entries(override)) {
    if (DESCRIPTIVE.has(field)) continue
    const whole = plain(json, field, value)
    const change =
      whole === undefined
        ? (overrideLimits(field, value, json) ??
          overrideWindows(field, value, json) ??
          overrideFees(field, value, json))
        : undefined
    if (whole === undefined && !change) {
      faults.push({ field: `packOverride.${field}`, message: 'is no field of a rule set, or cannot be read' })
      continue
    }
    const changed = change ? withCodes(json, change.rules) : json
    const candidate =
      whole ??
      (change && {
        ...changed,
        rules: [...changed.rules.filter((rule) => !change.replaces.includes(rule.primitive)), ...change.rules],
      })
    const parsed = parsePack(candidate)
    if (parsed.ok) json = parsed.value
    else
      for (const fault of parsed.error.slice(0, 3))
        faults.push({ field: `packOverride.${field}`, message: fault.message })
  }
  return { pack: faults.length > 0 ? null : json, faults }
}
