import { compareVersions, type Pack, type PackInWords, packInWords, type Rule, ruleWords } from '@gs/domain/rules'
import { describe, expect, it } from 'vitest'
import { loadPack, loadPacks } from './index.ts'

const packs = loadPacks().map((pack) => [pack.id, pack] as const)
const known = (id: string): Pack => {
  const pack = loadPack(id)
  if (!pack) throw new Error(`no pack ${id}`)
  return pack
}
const sentencesOf = ({ sections }: PackInWords) => sections.flatMap(({ sentences }) => sentences)
const told = (id: string, language: 'en' | 'es') =>
  packInWords(known(id)).sections.map(({ title, sentences }) => [
    title[language],
    ...sentences.map(({ text }) => text[language]),
  ])

describe('a pack in plain words', () => {
  it.each(packs)('%s tells every rule once, with its sources', (_, pack) => {
    const sentences = sentencesOf(packInWords(pack))
    for (const rule of pack.rules) {
      const own = sentences.filter(({ id }) => id === rule.id)
      expect(own.map(({ primitive }) => primitive)).toEqual([rule.primitive])
      expect(own[0]?.sources.map(({ id }) => id)).toEqual(rule.sources)
    }
    for (const way of pack.otherWays ?? []) expect(sentences.some(({ text }) => text.en === way.words.en)).toBe(true)
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length)
  })

  it.each(packs)('%s is complete in both languages', (_, pack) => {
    const words = packInWords(pack)
    const texts = [
      ...words.sections.flatMap(({ title, sentences }) => [title, ...sentences.map(({ text }) => text)]),
      ...sentencesOf(words).flatMap(({ binds }) => binds ?? []),
    ]
    for (const { en, es } of texts) {
      for (const text of [en, es]) expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/)
      expect(es).not.toBe(en)
    }
    // An amount with a fraction is written as each language writes it.
    for (const { text } of sentencesOf(words)) {
      const unit = pack.unit.plural.es
      expect(text.es).not.toMatch(new RegExp(`\\d\\.\\d+ ${unit}`))
    }
  })

  it('tells the certification of the story', () => {
    expect(told('nasm-cpt', 'en')).toEqual([
      ['How long it lasts', 'A term lasts 2 years; its last day is the anniversary itself.'],
      ['How much each cycle needs', 'Each cycle needs 2 CEUs.', '1 CEU stands for 600 minutes (10 h) of activity.'],
      [
        'What an activity counts for',
        'An activity that nobody approved counts once its petition is approved; it costs 25 USD.',
        'A provider is approved for one offering and one calendar year; the completion must lie inside.',
      ],
      [
        'Cards that must be valid',
        'Renewal needs a CPR/AED card with hands-on skills, valid on the day of filing; it gives 0.1 CEUs once a cycle.',
        'For filings from 1 April 2020 to 30 June 2022 the card needed no hands-on part. The page names no dates: these two were set for demonstration.',
        'A card of AHA on which no last day is printed is valid for 24 months, to the end of the month.',
        'A card of ARC on which no last day is printed is valid for 24 months, to the same day of the month.',
      ],
      [
        'Deadlines, and being late',
        'Credits for a cycle can be earned until 90 days after expiry.',
        'After expiry a renewal is still accepted until 90 days after expiry (in the grace period); the credential is not in force. It costs more: 30 USD.',
        'After expiry a renewal is still accepted until the day before 1 year after expiry (late); the credential is not in force. It costs more: 50 USD.',
        'The time zone of the deadlines was not published: days are taken as they are written.',
      ],
      [
        'What it costs',
        'A renewal costs 99 USD.',
        'The plan "recertify-for-life" replaces the renewal fee, not the education. It replaces the renewal fee; the education is still due.',
        'The plan "nasm-one" replaces the renewal fee, not the education.',
      ],
      ['Surplus credit', 'No carrying over was found: what is left over at a renewal serves no later cycle.'],
      [
        'Other ways',
        'After one year past expiry there is no renewal: the exam is taken again (told by third parties only).',
      ],
    ])
  })

  it('tells a pack of groups in Spanish, with the amounts in its own unit', () => {
    const [, total, categories, activities] = told('pmi-pmp', 'es')
    expect(total).toEqual([
      'Cuánto exige cada ciclo',
      'Cada ciclo exige 60 PDU.',
      '1 PDU equivale a 60 minutos de actividad.',
    ])
    expect(categories?.slice(0, 2)).toEqual(['De qué categorías', 'Al menos 8 PDU de WOW (Formas de trabajo).'])
    expect(activities).toEqual([
      'Cuánto cuenta una actividad',
      'Los créditos de una actividad se redondean hacia abajo en pasos de 0,25 PDU.',
    ])
  })

  it('says nothing of cards and deadlines where a credential never expires', () => {
    expect(told('nasm-specialization', 'en')).toEqual([
      ['How long it lasts', 'It never expires.'],
      ['How much each cycle needs', '1 CEU stands for 600 minutes (10 h) of activity.'],
    ])
  })
})

describe('no field of a rule is silent', () => {
  /** What is no matter of words: identity, and what is told beside the sentence. */
  const BESIDE = new Set(['id', 'sources', 'bindsTo', 'confidence', 'note', 'primitive', 'label'])
  const another = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1
    if (typeof value === 'boolean') return !value
    if (Array.isArray(value)) return value.map(another)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, another(inner)]))
    if (typeof value !== 'string') return value
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return '1999-03-04'
    if (/^\d\d-\d\d$/.test(value)) return '03-04'
    return /^[\d.]+$/.test(value) ? '7.5' : `${value}x`
  }
  /** Values of a choice that has no other, and the choice that a changed word is not. */
  const FIXED = new Set([
    'award/repeat.same',
    'prerequisite/waiver.waives',
    'award/activity-cap.per',
    'award/rounding.mode',
  ])

  it.each(packs)('%s', (_, pack) => {
    for (const rule of pack.rules)
      for (const [field, value] of Object.entries(rule)) {
        if (BESIDE.has(field) || FIXED.has(`${rule.primitive}.${field}`)) continue
        if (JSON.stringify(another(value)) === JSON.stringify(value) || JSON.stringify(value).includes('"never"'))
          continue
        const changed: Rule = { ...rule, [field]: another(value) }
        const [before, after] = [ruleWords(rule, pack), ruleWords(changed, pack)]
        expect(after.en, `${rule.primitive}.${field}`).not.toBe(before.en)
        expect(after.es, `${rule.primitive}.${field}`).not.toBe(before.es)
      }
  })
})

describe('versions side by side', () => {
  const rows = (...ids: string[]) =>
    compareVersions(ids.map((id) => packInWords(known(id)))).flatMap((section) => section.rows)
  const changes = (all: ReturnType<typeof rows>, id: string) =>
    all.find((row) => row.id === id)?.cells.map(({ change }) => change)

  it('pairs sentences by rule, and tells which changed, came and went', () => {
    const boc = rows('boc-2016', 'boc-2020', 'boc-2022', 'boc-2024')
    expect(changes(boc, 'term')).toEqual(['first', 'changed', 'changed', 'changed'])
    expect(changes(boc, 'ebp-minimum')).toEqual(['first', 'same', 'changed', 'same'])
    expect(changes(boc, 'c-maximum')).toEqual(['first', 'removed', 'absent', 'absent'])
    expect(changes(boc, 'ecc')).toEqual(['first', 'same', 'same', 'same'])
    expect(changes(rows('nsca-2018', 'nsca-2024'), 'late-reporter')).toEqual(['absent', 'added'])
    expect(boc.filter(({ differs }) => !differs).map(({ id }) => id)).toContain('ecc')
  })

  it('finds no difference between a version and itself, and loses no sentence', () => {
    for (const [id, pack] of packs) {
      const both = rows(id, id)
      expect(both.some(({ differs }) => differs)).toBe(false)
      expect(both.map((row) => row.id).sort()).toEqual(
        sentencesOf(packInWords(pack))
          .map((each) => each.id)
          .sort(),
      )
    }
  })

  it('tells every sentence of every version once', () => {
    const words = [known('boc-2016'), known('nasm-cpt'), known('boc-2024')].map(packInWords)
    const cells = compareVersions(words).flatMap((section) => section.rows.map((row) => row.cells))
    words.forEach((version, column) => {
      const ids = cells.flatMap((row) => row[column]?.sentence?.id ?? [])
      expect(ids.sort()).toEqual(
        sentencesOf(version)
          .map((each) => each.id)
          .sort(),
      )
    })
  })
})
