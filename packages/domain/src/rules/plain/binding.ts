import type { Rule } from '../primitives/rule.ts'
import type { Words } from '../trace.ts'

/** The date that decides whether a version of a rule holds for somebody, in words. */
export const BINDING_WORDS: Readonly<Record<Rule['bindsTo'], Words>> = {
  period: { en: 'Holds by the period of the cycle', es: 'Rige según el periodo del ciclo' },
  completion: {
    en: 'Holds by the day on which the activity was completed',
    es: 'Rige según el día en que se terminó la actividad',
  },
  filing: { en: 'Holds by the day on which the renewal is filed', es: 'Rige según el día en que se presenta' },
  certification: { en: 'Holds by the day of certification', es: 'Rige según el día de la certificación' },
  retroactive: { en: 'Holds for earlier cycles too', es: 'Rige también para ciclos anteriores' },
}
