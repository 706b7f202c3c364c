import { describe, expect, it } from 'vitest'
import { type SampleRule, samplePack } from '../testing/sample-pack.ts'
import { ruleWords } from './words.ts'

/** What a rule says in English and Spanish. */
function words(rule: SampleRule): readonly string[] {
  const pack = samplePack([rule])
  return pack.rules.flatMap((each) => Object.values(ruleWords(each, pack)))
}

const petition = (fields: object): SampleRule => ({ primitive: 'award/petition', ...fields })
const cap = (fields: object): SampleRule => ({
  primitive: 'award/activity-cap',
  kind: 'speaking',
  max: '2',
  per: 'cycle',
  ...fields,
})
const rounding = (fields: object): SampleRule => ({ primitive: 'award/rounding', step: '0.5', mode: 'down', ...fields })
const certified = (...rows: readonly object[]): SampleRule => ({
  primitive: 'requirement/by-certification-date',
  rows: rows.map((row) => ({ amount: '2', ...row })),
})

describe('a rule says what each of its fields says, and nothing of those that it leaves out', () => {
  it.each<[SampleRule, string, string]>([
    [
      { primitive: 'award/per-award-cap', max: '2' },
      'One activity gives at most 2 credits.',
      'Una actividad da como máximo 2 créditos.',
    ],
    [
      { primitive: 'award/per-award-cap', max: '2', kind: 'speaking' },
      'One activity gives at most 2 credits (talks).',
      'Una actividad da como máximo 2 créditos (las charlas).',
    ],
    [
      { primitive: 'award/per-award-cap', max: '2', category: 'A' },
      'One activity gives at most 2 credits (A (Group A)).',
      'Una actividad da como máximo 2 créditos (A (Grupo A)).',
    ],
    [
      petition({}),
      'An activity that nobody approved counts once its petition is approved.',
      'Una actividad sin aprobación cuenta cuando se aprueba su petición.',
    ],
    [
      petition({ fileWithinMonths: 2, max: '3', fee: '25' }),
      'An activity that nobody approved counts once its petition is approved, filed within 2 months of completion, at most 3 credits each; it costs 25 USD.',
      'Una actividad sin aprobación cuenta cuando se aprueba su petición, presentada dentro de 2 meses tras terminarla, como máximo 3 créditos cada una; cuesta 25 USD.',
    ],
    [cap({}), 'At most 2 credits from talks in a cycle.', 'Como máximo 2 créditos por las charlas en un ciclo.'],
    [
      cap({ per: 'year', from: '2024-01-01', to: '2024-12-31' }),
      'At most 2 credits from talks in a calendar year, completed from 1 January 2024, completed until 31 December 2024.',
      'Como máximo 2 créditos por las charlas en un año natural, desde el 1 de enero de 2024, hasta el 31 de diciembre de 2024.',
    ],
    [
      cap({ max: '0', from: '2024-01-01' }),
      'Nothing counts from talks in a cycle, completed from 1 January 2024.',
      'En un ciclo no cuentan las charlas, desde el 1 de enero de 2024.',
    ],
    [
      rounding({}),
      'Credits of one activity are rounded down to steps of 0.5 credits.',
      'Los créditos de una actividad se redondean hacia abajo en pasos de 0,5 créditos.',
    ],
    [
      rounding({ mode: 'half-up', stepMinutes: 30, minMinutes: 1 }),
      'Credits of one activity are rounded half up to steps of 0.5 credits, one for 30 minutes; less than 1 minute gives nothing.',
      'Los créditos de una actividad se redondean desde la mitad hacia arriba en pasos de 0,5 créditos, uno por 30 minutos; menos de 1 minuto no da nada.',
    ],
    [
      { primitive: 'award/repeat', same: 'course' },
      'The same course counts once in a cycle.',
      'El mismo curso cuenta una vez por ciclo.',
    ],
    [
      { primitive: 'award/repeat', same: 'topic', kind: 'speaking' },
      'The same topic counts once in a cycle (talks).',
      'El mismo tema cuenta una vez por ciclo (las charlas).',
    ],
    [
      { primitive: 'award/provider-approval', per: 'calendar-year' },
      'A provider is approved for one offering and one calendar year; the completion must lie inside.',
      'Un proveedor se aprueba para una oferta y un año natural; la fecha de término debe estar dentro.',
    ],
    [
      { primitive: 'award/provider-approval', per: 'offering' },
      'A provider is approved for one offering; the completion must lie inside the approval.',
      'Un proveedor se aprueba para una oferta; la fecha de término debe estar dentro de la aprobación.',
    ],
    [
      { primitive: 'window/late-reporter', earnFrom: '2024-02-01' },
      'Who reported the period before late may count credits from 1 February 2024 only.',
      'Quien informó tarde del periodo anterior solo puede contar créditos desde el 1 de febrero de 2024.',
    ],
    [
      certified({ to: '2023-12-31' }, { from: '2024-01-01', maxima: { A: '1', B: '0.5' } }),
      '2 credits if certified until 31 December 2023; 2 credits (at most 1 credit of A (Group A), at most 0.5 credits of B (Group B)) if certified from 1 January 2024.',
      '2 créditos para quien se certificó hasta el 31 de diciembre de 2023; 2 créditos (como máximo 1 crédito de A (Grupo A), como máximo 0,5 créditos de B (Grupo B)) para quien se certificó desde el 1 de enero de 2024.',
    ],
    [
      { primitive: 'requirement/by-renewal', rows: [{ renewal: 1, amount: '2' }] },
      'What is needed depends on the renewal: renewal 1: 2 credits.',
      'Lo exigido depende de la renovación: renovación 1: 2 créditos.',
    ],
    [
      {
        primitive: 'requirement/by-renewal',
        rows: [
          { renewal: 1, amount: '0' },
          { renewal: 2, amount: '1' },
        ],
      },
      'What is needed depends on the renewal: renewal 1: 0 credits; renewal 2 and later: 1 credit.',
      'Lo exigido depende de la renovación: renovación 1: 0 créditos; renovación 2 y siguientes: 1 crédito.',
    ],
    [
      {
        primitive: 'requirement/first-renewal-exemption',
        named: [
          { code: 'A', amount: '2' },
          { code: 'B', amount: '1' },
        ],
      },
      'The first renewal, filed in time, needs only 2 credits of A (Group A), 1 credit of B (Group B).',
      'La primera renovación, presentada a tiempo, solo exige 2 créditos de A (Grupo A), 1 crédito de B (Grupo B).',
    ],
    [{ primitive: 'term/given' }, 'The term stands on the certificate.', 'El periodo figura en el certificado.'],
    [
      { primitive: 'term/given', months: 1 },
      'The term stands on the certificate; the next one lasts 1 month.',
      'El periodo figura en el certificado; el siguiente dura 1 mes.',
    ],
    [
      { primitive: 'category/sub-period-minimum', yearStarts: '01-01', min: '2' },
      'Every year of the cycle needs at least 2 credits; a past year cannot be made up.',
      'Cada año del ciclo exige al menos 2 créditos; un año pasado no puede recuperarse.',
    ],
    [
      { primitive: 'category/sub-period-minimum', yearStarts: '07-15', min: '2' },
      'Every year of the cycle, counted from 15 July, needs at least 2 credits; a past year cannot be made up.',
      'Cada año del ciclo, contado desde el 15 de julio, exige al menos 2 créditos; un año pasado no puede recuperarse.',
    ],
    [
      { primitive: 'requirement/second-total', codes: ['A', 'B'], amount: '2' },
      'Besides, 2 credits of A (Group A) and B (Group B), a total of its own.',
      'Además, 2 créditos de A (Grupo A) y B (Grupo B), un total propio.',
    ],
    [{ primitive: 'lifecycle/carry' }, 'Surplus moves into the next cycle.', 'El sobrante pasa al ciclo siguiente.'],
  ])('%o', (rule, en, es) => {
    expect(words(rule)).toEqual([en, es])
  })

  it('calls what has no word of its own by what it is', () => {
    const [en, es] = words({ primitive: 'prerequisite/current', type: 'bls', orTypes: ['cpr'], handsOn: false })
    expect(en).toContain('a card "bls" or a CPR card')
    expect(es).toContain('una tarjeta «bls» o una tarjeta de RCP')
    expect(en).not.toContain('hands-on')
  })
})
