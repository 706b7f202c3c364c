import { readFileSync } from 'node:fs'
import { checkCase } from '@gs/domain/cases'
import { checkPack, ruleWords } from '@gs/domain/rules'
import { describe, expect, it } from 'vitest'
import { loadCases, loadPack, loadPacks, packIds, packJsonSchema } from './index.ts'

describe('the packs of the product', () => {
  it('are thirty-six, each under its own id', () => {
    expect(packIds()).toHaveLength(36)
    expect(loadPacks().map((pack) => pack.id)).toEqual(packIds())
    expect(loadPack('no-such-pack')).toBeUndefined()
  })

  it.each(loadPacks().map((pack) => [pack.id, pack] as const))('%s contradicts itself nowhere', (_, pack) => {
    expect(checkPack(pack)).toEqual([])
  })

  it('have at least three golden cases each, all with ids of their own', () => {
    const cases = packIds().flatMap((id) => {
      const own = loadCases(id)
      expect(own.length).toBeGreaterThanOrEqual(3)
      for (const each of own) expect(each.rulePack).toBe(id)
      return own
    })
    expect(new Set(cases.map((each) => each.id)).size).toBe(cases.length)
  })

  it.each(loadPacks().map((pack) => [pack.id, pack] as const))('%s answers its golden cases as written', (id, pack) => {
    for (const golden of loadCases(id)) {
      const { faults, keys } = checkCase(golden, pack)
      expect(faults, golden.id).toEqual([])
      expect(keys.length, golden.id).toBeGreaterThan(0)
      expect(
        keys.filter(({ same }) => !same),
        golden.id,
      ).toEqual([])
    }
  })

  it('say every rule in two languages, with no gap in the sentence', () => {
    for (const pack of loadPacks())
      for (const rule of pack.rules) {
        const { en, es } = ruleWords(rule, pack)
        expect(en).not.toBe(es)
        for (const text of [en, es]) expect(text).toMatch(/^[A-ZÁÉÍÓÚ0-9].*[.]$/)
        for (const text of [en, es]) expect(text).not.toMatch(/undefined|null|NaN| {2}/)
      }
  })

  it('name an address or a title for every rule', () => {
    for (const pack of loadPacks())
      for (const rule of pack.rules)
        for (const id of rule.sources) expect(pack.sources.some((source) => source.id === id)).toBe(true)
  })
})

describe('docs/rule-pack.schema.json', () => {
  it('is the schema of the format', () => {
    const file = new URL('../../../docs/rule-pack.schema.json', import.meta.url)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(packJsonSchema())))
  })
})
