import type { Locale } from '../notifications/index.ts'
import { dayInWords } from '../notifications/words.ts'

/** What the events of a calendar are called. */
export interface Words {
  readonly name: string
  readonly study: (title: string, hours: string) => string
  readonly studyText: string
  readonly finish: (title: string) => string
  readonly finishText: (from: string, by: string) => string
  readonly earn: (name: string) => string
  readonly file: (name: string) => string
  readonly open: (name: string) => string
  readonly expiry: (name: string) => string
  readonly deadlineText: (zone: string | null) => string
  readonly card: (name: string) => string
  readonly cardText: string
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    name: 'Good Standing',
    study: (title, hours) => `Learn: ${title} (${hours} h)`,
    studyText: 'From your plan. Move the plan and this moves with it.',
    finish: (title) => `Finish: ${title}`,
    finishText: (from, by) => `It gives the same from ${dayInWords('en', from)} to ${dayInWords('en', by)}.`,
    earn: (name) => `Last day to earn credits: ${name}`,
    file: (name) => `Last day to renew: ${name}`,
    open: (name) => `Renewal opens: ${name}`,
    expiry: (name) => `Expires: ${name}`,
    deadlineText: (zone) => (zone ? `By the clock of ${zone}.` : 'The body publishes no time zone for it.'),
    card: (name) => `Card ends: ${name}`,
    cardText: 'Hand in the new card before you renew.',
  },
  es: {
    name: 'Good Standing',
    study: (title, hours) => `Estudiar: ${title} (${hours} h)`,
    studyText: 'De tu plan. Si mueves el plan, esto se mueve con él.',
    finish: (title) => `Terminar: ${title}`,
    finishText: (from, by) => `Da lo mismo del ${dayInWords('es', from)} al ${dayInWords('es', by)}.`,
    earn: (name) => `Último día para obtener créditos: ${name}`,
    file: (name) => `Último día para renovar: ${name}`,
    open: (name) => `Se abre la renovación: ${name}`,
    expiry: (name) => `Vence: ${name}`,
    deadlineText: (zone) => (zone ? `Según la hora de ${zone}.` : 'La entidad no publica zona horaria para ello.'),
    card: (name) => `Vence la tarjeta: ${name}`,
    cardText: 'Entrega la tarjeta nueva antes de renovar.',
  },
}

export const calendarWords = (locale: Locale): Words => WORDS[locale]
