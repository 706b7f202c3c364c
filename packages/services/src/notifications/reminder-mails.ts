import { z } from 'zod'
import { type Locale, type MailText, mailTemplate } from './mail-text.ts'
import { amountIn, bothLanguages, dayInWords } from './words.ts'

/** Reminders: what comes next for a credential, a card, evidence or a plan. Each can be switched off by its kind. */

const day = z.iso.date()
const to = (label: string, path: string) => ({ label, app: 'web', path }) as const

const deadline = z.strictObject({
  title: bothLanguages,
  /** The stage: `ahead-N`, `opens`, `expired`, `last-N`. */
  stage: z.string().max(20),
  expiresOn: day,
  earnBy: day.nullable(),
  fileFrom: day.nullable(),
  fileBy: day.nullable(),
  canRenew: z.boolean(),
  /** Credits still missing, in thousandths of the unit; 0 where none or where no total is asked. */
  needed: z.int(),
  unit: bothLanguages,
})
type Deadline = z.infer<typeof deadline>

function deadlineInEnglish(of: Deadline): MailText {
  const title = of.title.en
  const end = dayInWords('en', of.expiresOn)
  const expired = of.stage === 'expired' || of.stage.startsWith('last-')
  const until = of.fileBy && of.fileBy > of.expiresOn ? dayInWords('en', of.fileBy) : null
  return {
    subject: expired
      ? `${title} has expired${until ? `: it can be renewed until ${until}` : ''}`
      : of.stage === 'opens'
        ? `You can apply to renew ${title} now`
        : `${title} ends on ${end}`,
    paragraphs: [
      expired ? `${title} expired on ${end}.` : `${title} ends on ${end}.`,
      of.canRenew
        ? 'Everything that this cycle asks for is there: apply for the renewal.'
        : of.needed > 0
          ? `Still missing: ${amountIn('en', of.needed)} ${of.unit.en}.`
          : 'Something is still missing; the page says what.',
      ...(of.earnBy && of.earnBy !== of.expiresOn
        ? [`Credits for this cycle can be earned until ${dayInWords('en', of.earnBy)}.`]
        : []),
      ...(until ? [`A renewal is accepted until ${until} at the latest; a late one may cost more.`] : []),
    ],
    action: to(of.canRenew ? 'Apply for the renewal' : 'See what is missing', of.canRenew ? '/renew' : '/'),
  }
}

function deadlineInSpanish(of: Deadline): MailText {
  const title = of.title.es
  const end = dayInWords('es', of.expiresOn)
  const expired = of.stage === 'expired' || of.stage.startsWith('last-')
  const until = of.fileBy && of.fileBy > of.expiresOn ? dayInWords('es', of.fileBy) : null
  return {
    subject: expired
      ? `${title} ha vencido${until ? `: puede renovarse hasta el ${until}` : ''}`
      : of.stage === 'opens'
        ? `Ya puedes solicitar la renovación de ${title}`
        : `${title} vence el ${end}`,
    paragraphs: [
      expired ? `${title} venció el ${end}.` : `${title} vence el ${end}.`,
      of.canRenew
        ? 'Está todo lo que pide este ciclo: solicita la renovación.'
        : of.needed > 0
          ? `Aún faltan ${amountIn('es', of.needed)} ${of.unit.es}.`
          : 'Aún falta algo; la página dice qué.',
      ...(of.earnBy && of.earnBy !== of.expiresOn
        ? [`Los créditos de este ciclo pueden obtenerse hasta el ${dayInWords('es', of.earnBy)}.`]
        : []),
      ...(until ? [`La renovación se acepta a más tardar hasta el ${until}; hacerlo tarde puede costar más.`] : []),
    ],
    action: to(of.canRenew ? 'Solicitar la renovación' : 'Ver qué falta', of.canRenew ? '/renew' : '/'),
  }
}

const card = z.strictObject({ name: z.string().max(80), validThrough: day, expired: z.boolean() })
const pace = z.strictObject({ weeks: z.int().min(1), plannedHours: z.int(), doneHours: z.int() })
const evidence = z.strictObject({ title: z.string().max(300), filedOn: day })
const plan = z.strictObject({ titles: z.array(bothLanguages).max(20) })

const list = (locale: Locale, titles: readonly string[]): string => new Intl.ListFormat(locale).format(titles)

export const REMINDER_MAILS = {
  'reminder-deadline': mailTemplate({ data: deadline, write: { en: deadlineInEnglish, es: deadlineInSpanish } }),
  'reminder-card': mailTemplate({
    data: card,
    write: {
      en: ({ name, validThrough, expired }) => ({
        subject: expired
          ? `Your ${name} card has expired`
          : `Your ${name} card ends on ${dayInWords('en', validThrough)}`,
        paragraphs: [
          expired
            ? `Your ${name} card was valid through ${dayInWords('en', validThrough)}.`
            : `Your ${name} card is valid through ${dayInWords('en', validThrough)}.`,
          'A certification that asks for it cannot be renewed without a card that is current. Hand in the new one as soon as you have it.',
        ],
        action: to('Hand in the new card', '/credits/hand-in/card'),
      }),
      es: ({ name, validThrough, expired }) => ({
        subject: expired
          ? `Tu tarjeta ${name} ha vencido`
          : `Tu tarjeta ${name} vence el ${dayInWords('es', validThrough)}`,
        paragraphs: [
          expired
            ? `Tu tarjeta ${name} fue válida hasta el ${dayInWords('es', validThrough)}.`
            : `Tu tarjeta ${name} es válida hasta el ${dayInWords('es', validThrough)}.`,
          'Una certificación que la pide no puede renovarse sin una tarjeta vigente. Entrega la nueva en cuanto la tengas.',
        ],
        action: to('Entregar la tarjeta nueva', '/credits/hand-in/card'),
      }),
    },
  }),
  'reminder-pace': mailTemplate({
    data: pace,
    write: {
      en: ({ weeks, plannedHours, doneHours }) => ({
        subject: `You are ${weeks} ${weeks === 1 ? 'week' : 'weeks'} behind your plan`,
        paragraphs: [
          `By today ${amountIn('en', plannedHours)} hours of learning were planned, and ${amountIn('en', doneHours)} are done.`,
          'Nothing is lost yet: lay the weeks out again, and the plan says whether it still fits.',
        ],
        action: to('See the plan', '/plan'),
      }),
      es: ({ weeks, plannedHours, doneHours }) => ({
        subject: `Llevas ${weeks} ${weeks === 1 ? 'semana' : 'semanas'} de retraso en tu plan`,
        paragraphs: [
          `Hasta hoy estaban previstas ${amountIn('es', plannedHours)} horas de estudio y llevas ${amountIn('es', doneHours)}.`,
          'Aún no se pierde nada: reparte de nuevo las semanas y el plan dirá si todavía cabe.',
        ],
        action: to('Ver el plan', '/plan'),
      }),
    },
  }),
  'reminder-evidence': mailTemplate({
    data: evidence,
    write: {
      en: ({ title, filedOn }) => ({
        subject: `Still waiting for a decision: ${title}`,
        paragraphs: [
          `What you handed in on ${dayInWords('en', filedOn)} still waits for its decision: ${title}.`,
          'Its credits count once it is approved. Ask your registrar where a deadline is near.',
        ],
        action: to('See what you handed in', '/credits/hand-in'),
      }),
      es: ({ title, filedOn }) => ({
        subject: `Aún sin decisión: ${title}`,
        paragraphs: [
          `Lo que entregaste el ${dayInWords('es', filedOn)} aún espera su decisión: ${title}.`,
          'Sus créditos cuentan cuando se apruebe. Pregunta al registro si hay un plazo cerca.',
        ],
        action: to('Ver lo entregado', '/credits/hand-in'),
      }),
    },
  }),
  'reminder-plan': mailTemplate({
    data: plan,
    write: {
      en: ({ titles }) => ({
        subject: 'Your plan does not work any more',
        paragraphs: [
          `Something that your plan rests on has changed: a rule, a card, an offer, or the time that is left.`,
          ...(titles.length > 0
            ? [
                `As it is now it no longer renews ${list(
                  'en',
                  titles.map(({ en }) => en),
                )}.`,
              ]
            : []),
          'Ask for a new proposal: it takes what you have done into account.',
        ],
        action: to('Make a new plan', '/plan'),
      }),
      es: ({ titles }) => ({
        subject: 'Tu plan ya no funciona',
        paragraphs: [
          'Ha cambiado algo en lo que se apoya tu plan: una regla, una tarjeta, una oferta o el tiempo que queda.',
          ...(titles.length > 0
            ? [
                `Tal como está, ya no renueva ${list(
                  'es',
                  titles.map(({ es }) => es),
                )}.`,
              ]
            : []),
          'Pide una propuesta nueva: tiene en cuenta lo que ya has hecho.',
        ],
        action: to('Hacer un plan nuevo', '/plan'),
      }),
    },
  }),
} as const
