import { describe, expect, it } from 'vitest'
import { type SampleRule, samplePack } from '../testing/sample-pack.ts'
import { compareVersions } from './compare.ts'
import { packSheet } from './in-language.ts'
import { packInWords } from './pack-in-words.ts'

const TERM: SampleRule = { primitive: 'term/given', months: 24 }
const total = (amount: string, fields: object = {}): SampleRule => ({
  primitive: 'requirement/fixed',
  amount,
  ...fields,
})
const words = (rules: readonly SampleRule[], fields: Readonly<Record<string, unknown>> = {}) =>
  packInWords(samplePack([TERM, ...rules], fields))

const sources = ['s1', 's2', 's3', 's4'].map((id) => ({ id, title: `Page ${id}`, url: null, asOf: null }))

/** The ids of the sentences by section. */
const ids = (rules: readonly SampleRule[], fields: Readonly<Record<string, unknown>> = {}) =>
  Object.fromEntries(
    words(rules, fields).sections.map(({ name, sentences }) => [name, sentences.map((sentence) => sentence.id)]),
  )

describe('a pack in words', () => {
  it('tells every rule under its section, and what follows where the rules are silent', () => {
    expect(ids([total('10')])).toEqual({
      term: ['rule-0'],
      total: ['rule-1', 'unit'],
      cards: ['silent-cards'],
      deadlines: ['silent-earning', 'silent-late', 'zone'],
      fees: ['silent-fees'],
      carry: ['silent-carry'],
    })
    expect(
      ids(
        [
          total('10'),
          { primitive: 'prerequisite/current', type: 'cpr', handsOn: true },
          { primitive: 'window/sliding', months: 6 },
          { primitive: 'window/late', status: 'late', until: { never: true }, inForce: false, fees: [] },
          { primitive: 'fee/renewal-by-count', one: '1', twoOrMore: '2' },
          { primitive: 'lifecycle/carry' },
        ],
        { issuers: [{ names: ['Heart', 'HA'], months: 12, ends: 'end-of-month' }] },
      ),
    ).toEqual({
      term: ['rule-0'],
      total: ['rule-1', 'unit'],
      cards: ['rule-2', 'issuer-1'],
      deadlines: ['rule-3', 'rule-4', 'zone'],
      fees: ['rule-5'],
      carry: ['rule-6'],
    })
    expect(packInWords(samplePack([{ primitive: 'term/none' }])).sections.map(({ name }) => name)).toEqual([
      'term',
      'total',
    ])
  })

  it('says on what each sentence rests', () => {
    const told = words([total('10', { sources: ['s3', 's1'], confidence: 'low', bindsTo: 'filing' })], {
      sources,
      demo: ['rule-1'],
      deadlineZone: 'America/Chicago',
      otherWays: [{ id: 'exam', words: { en: 'By exam.', es: 'Por examen.' }, sources: ['s2'] }],
    })
    const sentence = (id: string) => told.sections.flatMap(({ sentences }) => sentences).find((each) => each.id === id)
    expect(sentence('rule-1')).toEqual({
      id: 'rule-1',
      primitive: 'requirement/fixed',
      basis: 'rule',
      text: { en: 'Each cycle needs 10 credits.', es: 'Cada ciclo exige 10 créditos.' },
      sources: [sources[2], sources[0]],
      binds: { en: 'Holds by the day on which the renewal is filed', es: 'Rige según el día en que se presenta' },
      confidence: 'low',
      demo: true,
    })
    expect(sentence('rule-0')).toMatchObject({ confidence: 'high', demo: false, sources: [sources[0]] })
    expect(sentence('exam')).toEqual({
      id: 'exam',
      primitive: null,
      basis: 'rule',
      text: { en: 'By exam.', es: 'Por examen.' },
      sources: [sources[1]],
      binds: null,
      confidence: null,
      demo: false,
    })
    expect(sentence('zone')).toMatchObject({
      basis: 'pack',
      text: { en: 'Days end at midnight in the zone America/Chicago.' },
      sources: [],
    })
    expect(sentence('silent-fees')).toMatchObject({ basis: 'silence', confidence: null })
  })

  it.each([
    [60, 'pack', '1 credit stands for 60 minutes of activity.', '1 crédito equivale a 60 minutos de actividad.'],
    [1, 'pack', '1 credit stands for 1 minute of activity.', '1 crédito equivale a 1 minuto de actividad.'],
    [90, 'pack', '1 credit stands for 90 minutes of activity.', '1 crédito equivale a 90 minutos de actividad.'],
    [
      120,
      'pack',
      '1 credit stands for 120 minutes (2 h) of activity.',
      '1 crédito equivale a 120 minutos (2 h) de actividad.',
    ],
    [
      null,
      'silence',
      'How long one credit is was not published.',
      'No se ha publicado cuánto dura un crédito (crédito).',
    ],
  ])('says that a unit of %s minutes is long', (minutesPerUnit, basis, en, es) => {
    const unit = {
      singular: { en: 'credit', es: 'crédito' },
      plural: { en: 'credits', es: 'créditos' },
      minutesPerUnit,
    }
    const told = words([total('10')], { unit })
      .sections.flatMap(({ sentences }) => sentences)
      .find(({ id }) => id === 'unit')
    expect(told).toMatchObject({ basis, text: { en, es } })
  })
})

describe('a pack for readers of one language', () => {
  const sheet = packSheet(
    words([total('10', { sources: ['s3', 's1'] }), { primitive: 'lifecycle/carry', sources: ['s1', 's4'] }], {
      sources,
      assumptions: [{ en: 'As assumed.', es: 'Según lo supuesto.' }],
      unverified: [{ en: 'Not seen.', es: 'No visto.' }],
    }),
    'es',
  )

  it('numbers the sources in the order in which they are named, those that nobody names last', () => {
    expect(sheet.sources.map(({ id, number }) => [id, number])).toEqual([
      ['s1', 1],
      ['s3', 2],
      ['s4', 3],
      ['s2', 4],
    ])
    const numbers = Object.fromEntries(
      sheet.sections.flatMap(({ sentences }) => sentences.map((each) => [each.id, each.sources])),
    )
    expect(numbers).toMatchObject({ 'rule-0': [1], 'rule-1': [2, 1], 'rule-2': [1, 3], unit: [] })
  })

  it('says all of it in that language', () => {
    expect(sheet.sections.map(({ title }) => title)).toEqual([
      'Cuánto dura',
      'Cuánto exige cada ciclo',
      'Tarjetas que deben estar vigentes',
      'Plazos y retrasos',
      'Cuánto cuesta',
      'Créditos sobrantes',
    ])
    expect(sheet.sections[1]?.sentences[0]).toEqual({
      id: 'rule-1',
      text: 'Cada ciclo exige 10 créditos.',
      binds: 'Rige según el periodo del ciclo',
      basis: 'rule',
      confidence: 'high',
      demo: false,
      sources: [2, 1],
    })
    expect(sheet.sections[1]?.sentences[1]).toMatchObject({ id: 'unit', binds: null })
    expect(sheet).toMatchObject({
      confidence: { level: 'high', words: 'Alta.' },
      assumptions: ['Según lo supuesto.'],
      unverified: ['No visto.'],
    })
  })
})

describe('versions beside one another', () => {
  const rows = (...versions: readonly (readonly SampleRule[])[]) =>
    compareVersions(versions.map((rules) => words(rules)))
      .filter(({ name }) => name === 'total' || name === 'categories')
      .flatMap((section) => section.rows)
      .filter(({ id }) => id !== 'unit')
      .map(({ id, differs, cells }) => `${id}${differs ? '!' : ''} ${cells.map(({ change }) => change).join(' ')}`)
  const fixed = (amount: string, id = 'total') => total(amount, { id })
  const minimum = (id: string, code: string): SampleRule => ({
    primitive: 'category/minimum',
    id,
    codes: [code],
    min: '1',
  })

  it('show what stays and what changes', () => {
    expect(rows([fixed('10')], [fixed('10')], [fixed('12')])).toEqual(['total! first same changed'])
    expect(rows([fixed('10')], [fixed('10')])).toEqual(['total first same'])
    expect(rows([fixed('10')])).toEqual(['total first'])
  })

  it('show what comes and goes', () => {
    expect(rows([fixed('10')], [fixed('10'), minimum('a', 'A')], [fixed('10')])).toEqual([
      'total first same same',
      'a! absent added removed',
    ])
    expect(rows([fixed('10'), minimum('a', 'A')], [fixed('10')], [fixed('10')])).toEqual([
      'total first same same',
      'a! first removed absent',
    ])
  })

  it('are paired by the id first, then by the primitive in order', () => {
    expect(rows([fixed('10', 'old')], [fixed('12', 'new')])).toEqual(['old! first changed'])
    expect(rows([minimum('a', 'A'), minimum('b', 'B')], [minimum('b', 'B'), minimum('c', 'A')])).toEqual([
      'a first same',
      'b first same',
    ])
    expect(rows([minimum('a', 'A')], [minimum('x', 'A'), minimum('y', 'B')])).toEqual([
      'a first same',
      'y! absent added',
    ])
    const maximum: SampleRule = { primitive: 'category/maximum', id: 'm', codes: ['A'], max: '1' }
    expect(rows([minimum('a', 'A')], [maximum])).toEqual(['a! first removed', 'm! absent added'])
    expect(rows([minimum('a', 'A')], [], [minimum('z', 'A')])).toEqual(['a! first removed added'])
  })

  it('leave out a section of which no version speaks, and no sentence of any', () => {
    const [first, second] = [words([fixed('10')]), words([minimum('a', 'A')])]
    expect(compareVersions([first, second]).map(({ name }) => name)).toEqual([
      'term',
      'total',
      'categories',
      'cards',
      'deadlines',
      'fees',
      'carry',
    ])
    expect(compareVersions([])).toEqual([])
    const [term] = compareVersions([first, second])
    expect(term?.title).toEqual({ en: 'How long it lasts', es: 'Cuánto dura' })
    expect(term?.rows[0]?.cells.map(({ sentence }) => sentence?.id)).toEqual(['rule-0', 'rule-0'])
  })

  it('do not pair what is said without a rule by its kind', () => {
    const zoned = words([fixed('10')], { deadlineZone: 'America/Chicago' })
    const deadlines = compareVersions([words([fixed('10')]), zoned]).find(({ name }) => name === 'deadlines')
    expect(deadlines?.rows.map(({ id, differs }) => [id, differs])).toEqual([
      ['silent-earning', false],
      ['silent-late', false],
      ['zone', true],
    ])
    const late = words([
      fixed('10'),
      { primitive: 'window/late', status: 'late', until: { never: true }, inForce: false, fees: [] },
    ])
    const changed = compareVersions([words([fixed('10')]), late]).find(({ name }) => name === 'deadlines')
    expect(changed?.rows.map(({ id, cells }) => `${id} ${cells.map(({ change }) => change).join(' ')}`)).toEqual([
      'silent-earning first same',
      'silent-late first removed',
      'zone first same',
      'rule-2 absent added',
    ])
  })

  it('tell a change of one language', () => {
    const noted = (es: string) => total('10', { id: 'total', note: { en: 'As seen.', es } })
    expect(rows([noted('Según visto.')], [noted('Como se vio.')])).toEqual(['total! first changed'])
  })
})
