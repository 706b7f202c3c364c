import { isZone } from '../../kernel/index.ts'
import type { Pack } from '../pack/schema.ts'
import type { Report } from './report.ts'

const MOST_CATEGORIES = 30

const codesOf = (rule: Pack['rules'][number]): readonly string[] => {
  const codes: string[] = []
  if ('codes' in rule && rule.codes) codes.push(...rule.codes)
  if ('notForCodes' in rule && rule.notForCodes) codes.push(...rule.notForCodes)
  if ('category' in rule && rule.category !== undefined) codes.push(rule.category)
  if ('creditCategory' in rule && rule.creditCategory !== undefined) codes.push(rule.creditCategory)
  if ('named' in rule) codes.push(...rule.named.map((each) => each.code))
  if (rule.primitive === 'requirement/by-certification-date')
    for (const row of rule.rows) codes.push(...Object.keys(row.maxima ?? {}))
  return codes
}

function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []))
}

/** Ids that stand twice, and names of sources, categories and zones that do not exist. */
export function checkReferences(pack: Pack, report: Report): void {
  for (const i of repeated(pack.rules.map((rule) => rule.id)))
    report(`rules[${i}].id`, `"${pack.rules[i]?.id}" is the id of another rule too`)
  for (const i of repeated(pack.sources.map((source) => source.id)))
    report(`sources[${i}].id`, `"${pack.sources[i]?.id}" is the id of another source too`)
  for (const i of repeated(pack.categories.map((category) => category.code)))
    report(`categories[${i}].code`, `"${pack.categories[i]?.code}" stands twice`)
  if (pack.categories.length > MOST_CATEGORIES)
    report('categories', `at most ${MOST_CATEGORIES} categories are possible`)
  const sources = new Set(pack.sources.map((source) => source.id))
  const codes = new Set(pack.categories.map((category) => category.code))
  pack.rules.forEach((rule, i) => {
    rule.sources.forEach((id, j) => {
      if (!sources.has(id)) report(`rules[${i}].sources[${j}]`, `no source has the id "${id}"`)
    })
    for (const code of codesOf(rule))
      if (!codes.has(code)) report(`rules[${i}]`, `category "${code}" is not in the list of categories`)
  })
  const told = [...pack.rules, ...(pack.otherWays ?? [])].map(({ id }) => id)
  ;(pack.otherWays ?? []).forEach((way, i) => {
    if (told.indexOf(way.id) < pack.rules.length + i) report(`otherWays[${i}].id`, `"${way.id}" stands twice`)
    way.sources.forEach((id, j) => {
      if (!sources.has(id)) report(`otherWays[${i}].sources[${j}]`, `no source has the id "${id}"`)
    })
  })
  const offered = pack.credential.offered ?? []
  for (const i of repeated(offered.map(({ code }) => code)))
    report(`credential.offered[${i}].code`, `"${offered[i]?.code}" stands twice`)
  offered.forEach(({ code }, i) => {
    if (!pack.credential.names.includes(code))
      report(`credential.offered[${i}].code`, `"${code}" must be one of credential.names too`)
  })
  for (const id of pack.demo ?? [])
    if (!pack.rules.some((rule) => rule.id === id)) report('demo', `no rule has the id "${id}"`)
  if (pack.deadlineZone !== null && !isZone(pack.deadlineZone))
    report('deadlineZone', `"${pack.deadlineZone}" is no time zone, such as "America/Chicago"`)
  const terms = pack.rules.filter((rule) => rule.primitive.startsWith('term/'))
  if (terms.length !== 1) report('rules', `there must be exactly one term rule; there are ${terms.length}`)
  const expires = terms.some((rule) => rule.primitive !== 'term/none')
  const totals = pack.rules.filter((rule) => TOTALS.has(rule.primitive))
  if (expires && totals.length !== 1)
    report('rules', `there must be exactly one total (${[...TOTALS].join(', ')}); there are ${totals.length}`)
}

const TOTALS: ReadonlySet<string> = new Set([
  'requirement/fixed',
  'requirement/by-certification-date',
  'requirement/by-renewal',
  'requirement/by-credential',
])
