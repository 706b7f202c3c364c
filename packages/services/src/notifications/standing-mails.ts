import { z } from 'zod'
import { mailTemplate } from './mail-text.ts'
import { bothLanguages, creditLines, creditsInWords, dayInWords } from './words.ts'

/** Mails about what a trainer earned, handed in and renewed. All lead into the portal. */

const title = z.string().max(300)
const path = z.string().startsWith('/').max(600)
const day = z.iso.date()
/** What the decider wrote to the trainer; empty where nothing. */
const note = z.string().max(2000)

const record = (label: string, path: string) => ({ label, app: 'web', path }) as const
const SEE = { en: 'See it in the portal', es: 'Verlo en el portal' } as const

export const STANDING_MAILS = {
  'course-passed': mailTemplate({
    data: z.strictObject({ courseTitle: title, credits: creditLines, recordNumber: z.string().nullable(), path }),
    write: {
      en: ({ courseTitle, credits, recordNumber, path: to }) => ({
        subject: `You passed ${courseTitle}`,
        paragraphs: [
          `Congratulations: you passed ${courseTitle}.`,
          ...(credits.length > 0 ? [`Credited to you: ${creditsInWords('en', credits)}.`] : []),
          ...(recordNumber
            ? [`Your record has the number ${recordNumber}. Anybody to whom you give its link can check it.`]
            : []),
        ],
        action: record('See your record', to),
      }),
      es: ({ courseTitle, credits, recordNumber, path: to }) => ({
        subject: `Aprobaste ${courseTitle}`,
        paragraphs: [
          `Enhorabuena: aprobaste ${courseTitle}.`,
          ...(credits.length > 0 ? [`Se te acreditó: ${creditsInWords('es', credits)}.`] : []),
          ...(recordNumber
            ? [`Tu documento tiene el número ${recordNumber}. Quien reciba su enlace de ti puede comprobarlo.`]
            : []),
        ],
        action: record('Ver tu documento', to),
      }),
    },
  }),
  'record-issued': mailTemplate({
    data: z.strictObject({ title, number: z.string(), path }),
    write: {
      en: ({ title: what, number, path: to }) => ({
        subject: `Your record: ${what}`,
        paragraphs: [`A record was issued to you: ${what}, number ${number}.`],
        action: record('See your record', to),
      }),
      es: ({ title: what, number, path: to }) => ({
        subject: `Tu documento: ${what}`,
        paragraphs: [`Se te expidió un documento: ${what}, número ${number}.`],
        action: record('Ver tu documento', to),
      }),
    },
  }),
  'record-revoked': mailTemplate({
    data: z.strictObject({ title, number: z.string(), reason: note, path }),
    write: {
      en: ({ title: what, number, reason, path: to }) => ({
        subject: `Record revoked: ${what}`,
        paragraphs: [
          `Your record ${number} for ${what} was revoked. Whoever checks it is told so; your credits are not touched.`,
          `Reason: ${reason}`,
        ],
        action: record('See your record', to),
      }),
      es: ({ title: what, number, reason, path: to }) => ({
        subject: `Documento revocado: ${what}`,
        paragraphs: [
          `Tu documento ${number} de ${what} fue revocado. Quien lo compruebe lo verá; tus créditos no cambian.`,
          `Motivo: ${reason}`,
        ],
        action: record('Ver tu documento', to),
      }),
    },
  }),
  'award-posted': mailTemplate({
    data: z.strictObject({ activity: title, credits: creditLines, path }),
    write: {
      en: ({ activity, credits, path: to }) => ({
        subject: `Credits for ${activity}`,
        paragraphs: [`Credited to you for ${activity}: ${creditsInWords('en', credits)}.`],
        action: record('See your credits', to),
      }),
      es: ({ activity, credits, path: to }) => ({
        subject: `Créditos por ${activity}`,
        paragraphs: [`Se te acreditó por ${activity}: ${creditsInWords('es', credits)}.`],
        action: record('Ver tus créditos', to),
      }),
    },
  }),
  'award-reversed': mailTemplate({
    data: z.strictObject({ activity: title, credits: creditLines, reason: note, path }),
    write: {
      en: ({ activity, credits, reason, path: to }) => ({
        subject: `Credits taken back: ${activity}`,
        paragraphs: [
          `A counter-entry took back the credits for ${activity}: ${creditsInWords('en', credits)}. Both entries stay in your statement.`,
          ...(reason ? [`Reason: ${reason}`] : []),
        ],
        action: record('See your credits', to),
      }),
      es: ({ activity, credits, reason, path: to }) => ({
        subject: `Créditos anulados: ${activity}`,
        paragraphs: [
          `Un contraasiento anuló los créditos de ${activity}: ${creditsInWords('es', credits)}. Ambos asientos siguen en tu extracto.`,
          ...(reason ? [`Motivo: ${reason}`] : []),
        ],
        action: record('Ver tus créditos', to),
      }),
    },
  }),
  'submission-decided': mailTemplate({
    data: z.strictObject({
      title,
      outcome: z.enum(['approved', 'partly-approved', 'refused']),
      credits: creditLines,
      note,
      path,
    }),
    write: {
      en: ({ title: what, outcome, credits, note: words, path: to }) => ({
        subject: {
          approved: `Approved: ${what}`,
          'partly-approved': `Approved in part: ${what}`,
          refused: `Not approved: ${what}`,
        }[outcome],
        paragraphs: [
          {
            approved: `What you handed in was approved: ${what}.`,
            'partly-approved': `What you handed in was approved in part: ${what}.`,
            refused: `What you handed in was not approved: ${what}.`,
          }[outcome],
          ...(credits.length > 0 ? [`Credited to you: ${creditsInWords('en', credits)}.`] : []),
          ...(words ? [`Note: ${words}`] : []),
        ],
        action: record(SEE.en, to),
      }),
      es: ({ title: what, outcome, credits, note: words, path: to }) => ({
        subject: {
          approved: `Aprobado: ${what}`,
          'partly-approved': `Aprobado en parte: ${what}`,
          refused: `No aprobado: ${what}`,
        }[outcome],
        paragraphs: [
          {
            approved: `Se aprobó lo que entregaste: ${what}.`,
            'partly-approved': `Se aprobó en parte lo que entregaste: ${what}.`,
            refused: `No se aprobó lo que entregaste: ${what}.`,
          }[outcome],
          ...(credits.length > 0 ? [`Se te acreditó: ${creditsInWords('es', credits)}.`] : []),
          ...(words ? [`Nota: ${words}`] : []),
        ],
        action: record(SEE.es, to),
      }),
    },
  }),
  'holding-decided': mailTemplate({
    data: z.strictObject({ title: bothLanguages, outcome: z.enum(['confirmed', 'refused']), note, path }),
    write: {
      en: ({ title: { en: what }, outcome, note: words, path: to }) => ({
        subject: outcome === 'confirmed' ? `Confirmed: ${what}` : `Not confirmed: ${what}`,
        paragraphs: [
          outcome === 'confirmed'
            ? `The credential that you declared was confirmed: ${what}.`
            : `The credential that you declared was not confirmed: ${what}. You can declare it again.`,
          ...(words ? [`Reason: ${words}`] : []),
        ],
        action: record(SEE.en, to),
      }),
      es: ({ title: { es: what }, outcome, note: words, path: to }) => ({
        subject: outcome === 'confirmed' ? `Confirmada: ${what}` : `No confirmada: ${what}`,
        paragraphs: [
          outcome === 'confirmed'
            ? `Se confirmó la credencial que declaraste: ${what}.`
            : `No se confirmó la credencial que declaraste: ${what}. Puedes declararla de nuevo.`,
          ...(words ? [`Motivo: ${words}`] : []),
        ],
        action: record(SEE.es, to),
      }),
    },
  }),
  'plan-proposed': mailTemplate({
    data: z.strictObject({ by: title, note, path }),
    write: {
      en: ({ by, note: words, path: to }) => ({
        subject: 'A plan for your certifications',
        paragraphs: [
          `${by} worked out a plan for you. Nothing happens until you adopt it, and you may decline it.`,
          ...(words ? [`Note: ${words}`] : []),
        ],
        action: record('See the plan', to),
      }),
      es: ({ by, note: words, path: to }) => ({
        subject: 'Un plan para tus certificaciones',
        paragraphs: [
          `${by} preparó un plan para ti. No ocurre nada hasta que lo adoptes, y puedes rechazarlo.`,
          ...(words ? [`Nota: ${words}`] : []),
        ],
        action: record('Ver el plan', to),
      }),
    },
  }),
  'renewal-decided': mailTemplate({
    data: z.strictObject({
      title: bothLanguages,
      outcome: z.enum(['approved', 'refused']),
      /** The next cycle, where there is one. */
      startsOn: day.nullable(),
      expiresOn: day.nullable(),
      note,
      path,
    }),
    write: {
      en: ({ title: { en: what }, outcome, startsOn, expiresOn, note: words, path: to }) => ({
        subject: outcome === 'approved' ? `Renewed: ${what}` : `Not renewed: ${what}`,
        paragraphs: [
          outcome === 'approved'
            ? `Your renewal of ${what} was approved.`
            : `Your renewal of ${what} was not approved.`,
          ...(startsOn && expiresOn
            ? [`Your next cycle runs from ${dayInWords('en', startsOn)} to ${dayInWords('en', expiresOn)}.`]
            : []),
          ...(words ? [`Note: ${words}`] : []),
        ],
        action: record(SEE.en, to),
      }),
      es: ({ title: { es: what }, outcome, startsOn, expiresOn, note: words, path: to }) => ({
        subject: outcome === 'approved' ? `Renovado: ${what}` : `Sin renovar: ${what}`,
        paragraphs: [
          outcome === 'approved' ? `Se aprobó tu renovación de ${what}.` : `No se aprobó tu renovación de ${what}.`,
          ...(startsOn && expiresOn
            ? [`Tu próximo ciclo va del ${dayInWords('es', startsOn)} al ${dayInWords('es', expiresOn)}.`]
            : []),
          ...(words ? [`Nota: ${words}`] : []),
        ],
        action: record(SEE.es, to),
      }),
    },
  }),
} as const
