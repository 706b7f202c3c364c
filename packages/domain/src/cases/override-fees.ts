import type { Pack } from '../rules/index.ts'
import { type Change, given, stated } from './change.ts'
import { type Fields, isFields } from './reader.ts'

/** Fees, repeats and reinstatement. */
export function overrideFees(field: string, value: unknown, pack: Pack): Change | undefined {
  const fields = isFields(value) ? value : undefined
  switch (field) {
    case 'fee':
      if (fields?.allFromIssuer !== undefined)
        return {
          replaces: ['fee/renewal', 'fee/renewal-by-origin', 'fee/renewal-by-count'],
          rules: [
            {
              ...stated(pack, 'fee'),
              primitive: 'fee/renewal-by-origin',
              allOwn: fields.allFromIssuer,
              otherwise: fields.otherwise,
            },
          ],
        }
      if (fields?.one !== undefined)
        return {
          replaces: ['fee/renewal', 'fee/renewal-by-origin', 'fee/renewal-by-count'],
          rules: [
            {
              ...stated(pack, 'fee'),
              primitive: 'fee/renewal-by-count',
              one: fields.one,
              twoOrMore: fields.twoOrMore,
            },
          ],
        }
      return undefined
    case 'repeat':
      if (value === null) return { replaces: ['award/repeat'], rules: [] }
      if (typeof value !== 'string') return undefined
      return {
        replaces: ['award/repeat'],
        rules: [
          value.includes('topic')
            ? { ...stated(pack, 'repeat'), primitive: 'award/repeat', same: 'topic', kind: 'speaking' }
            : { ...stated(pack, 'repeat'), primitive: 'award/repeat', same: 'course' },
        ],
      }
    case 'rounding':
      if (!fields) return undefined
      return {
        replaces: ['award/rounding'],
        rules: [
          fields.thenStepCredit === undefined
            ? {
                ...stated(pack, 'rounding'),
                primitive: 'award/rounding',
                step: fields.to,
                mode: fields.mode === 'half up' ? 'half-up' : 'down',
                ...given('minMinutes', fields.minMinutes),
              }
            : {
                ...stated(pack, 'rounding'),
                primitive: 'award/rounding',
                step: fields.thenStepCredit,
                mode: 'down',
                minMinutes: fields.firstFullCredit,
                stepMinutes: fields.thenStepMinutes,
              },
        ],
      }
    case 'exceptions':
      if (!Array.isArray(value) || !value.every(isFields)) return undefined
      return {
        replaces: ['prerequisite/waiver'],
        rules: value.map((row: Fields, i) => ({
          ...stated(pack, `waiver-${i + 1}`),
          primitive: 'prerequisite/waiver',
          waives: 'hands-on',
          from: row.from,
          to: row.to,
        })),
      }
    case 'reinstatement':
      return {
        replaces: ['lifecycle/reinstatement'],
        rules: fields
          ? [
              {
                ...stated(pack, 'reinstatement'),
                primitive: 'lifecycle/reinstatement',
                maxYearsLapsed: fields.maxYearsLapsed ?? 20,
              },
            ]
          : [],
      }
    case 'annualDutyMissed': {
      const first = isFields(fields?.firstYear) ? fields.firstYear : undefined
      return (
        first && {
          replaces: ['lifecycle/annual-duty'],
          rules: [
            {
              ...stated(pack, 'duty'),
              primitive: 'lifecycle/annual-duty',
              duties: ['fee paid'],
              missedFee: first.fee,
            },
          ],
        }
      )
    }
    default:
      return undefined
  }
}
