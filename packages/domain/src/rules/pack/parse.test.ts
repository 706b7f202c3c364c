import { describe, expect, it } from 'vitest'
import { type SampleRule, sampleJson } from '../testing/sample-pack.ts'
import { parsePack } from './parse.ts'

const TERM: SampleRule = { primitive: 'term/given', months: 24 }

/** The faults of a file, one line each. */
function faults(json: unknown): readonly string[] {
  const parsed = parsePack(json)
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`)
}
const ofRule = (rule: SampleRule): readonly string[] => faults(sampleJson([TERM, rule]))
const ofFields = (fields: Readonly<Record<string, unknown>>): readonly string[] => faults(sampleJson([TERM], fields))

describe('the faults of a file', () => {
  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ format: 2 }, 'format: must be 1'],
    [{ currency: 5 }, 'currency: must be a text in quotes'],
    [{ version: '1' }, 'version: must be a number without quotes'],
    [{ version: 1.5 }, 'version: must be a whole number without quotes'],
    [{ rules: {} }, 'rules: must be a list in [ ]'],
    [{ categories: undefined }, 'categories: is missing'],
    [{ effective: '2024' }, 'effective: must be an object in { } with the fields from, to'],
    [
      { sources: [{ id: 's1', title: 't', url: 'somewhere', asOf: null }] },
      'sources[0].url: must be an address such as "https://example.org/renew", or null',
    ],
    [{ categories: [{ code: 'A', name: { en: 'a' } }] }, 'categories[0].name.es: is missing'],
    [{ deadlineZone: undefined }, 'deadlineZone: is missing'],
    [{ kind: 'hobby' }, 'kind: must be one of "certification", "specialization", "calculation"'],
  ])('%o', (fields, fault) => {
    expect(ofFields(fields)).toContain(fault)
  })

  it('name the field of a rule', () => {
    expect(ofRule({ primitive: 'prerequisite/current', type: 'cpr', handsOn: 'yes' })).toEqual([
      'rules[1].handsOn: must be true or false, without quotes',
    ])
    expect(ofRule({ primitive: 'category/minimum', codes: [], min: '1' })).toEqual([
      'rules[1].codes: must be at least 1 long',
    ])
    expect(ofRule({ primitive: 'category/minimum', codes: 'A', min: '1' })).toEqual([
      'rules[1].codes: must be a list in [ ]',
    ])
    expect(ofRule({ primitive: 'window/filing-opens', daysBeforeExpiry: 0 })).toEqual([
      'rules[1].daysBeforeExpiry: must be at least 1',
    ])
    expect(ofRule({ primitive: 'requirement/fixed', amount: '1', Amount: '2', color: 'x' })).toEqual([
      'rules[1]: has no field "Amount" (did you mean "amount"?); possible here: id, sources, bindsTo, confidence, note, primitive, amount; has no field "color"; possible here: id, sources, bindsTo, confidence, note, primitive, amount',
    ])
  })

  it('suggest the name that was meant, if one is near', () => {
    const primitive = (typed: unknown) => ofRule({ primitive: typed as never })[0]
    const lists = '; docs/rule-packs.md lists them all'
    expect(primitive('window/slidin')).toBe(
      `rules[1].primitive: is no primitive (did you mean "window/sliding"?)${lists}`,
    )
    expect(primitive('term/anniversery')).toBe(
      `rules[1].primitive: is no primitive (did you mean "term/anniversary"?)${lists}`,
    )
    expect(primitive('WINDOW/LATE')).toBe(`rules[1].primitive: is no primitive (did you mean "window/late"?)${lists}`)
    expect(primitive('something')).toBe(`rules[1].primitive: is no primitive${lists}`)
    expect(primitive(5)).toBe(`rules[1].primitive: is no primitive${lists}`)
    expect(primitive(undefined)).toBe(`rules[1].primitive: is no primitive${lists}`)
  })
})
