import { STAFF_ROLES } from '@gs/domain/organizations'
import { z } from 'zod'
import { mailTemplate } from './mail-text.ts'
import { ROLE_NAMES } from './words.ts'

/** Mails about accounts: invitation, reset, changed password. */

const app = z.enum(['web', 'admin'])
/** A path inside an app; the address in front of it is the operator's. */
const path = z.string().startsWith('/').max(600)

export const ACCOUNT_MAILS = {
  invitation: mailTemplate({
    data: z.strictObject({
      app,
      path,
      orgName: z.string(),
      inviterName: z.string(),
      role: z.enum(STAFF_ROLES).nullable(),
      days: z.int(),
    }),
    write: {
      en: ({ app: into, path: to, orgName, inviterName, role, days }) => ({
        subject: `Your invitation to ${orgName}`,
        paragraphs: [
          inviterName ? `${inviterName} invites you to join ${orgName}.` : `You are invited to join ${orgName}.`,
          role
            ? `Your role there will be: ${ROLE_NAMES.en[role]}.`
            : 'You will take courses there, follow your credits and renew your certifications.',
          `The link works once, for ${days} ${days === 1 ? 'day' : 'days'}. If you expected no invitation, you need do nothing.`,
        ],
        action: { label: 'Accept the invitation', app: into, path: to },
      }),
      es: ({ app: into, path: to, orgName, inviterName, role, days }) => ({
        subject: `Tu invitación a ${orgName}`,
        paragraphs: [
          inviterName ? `${inviterName} te invita a unirte a ${orgName}.` : `Te invitan a unirte a ${orgName}.`,
          role
            ? `Tu función allí será: ${ROLE_NAMES.es[role]}.`
            : 'Allí harás cursos, seguirás tus créditos y renovarás tus certificaciones.',
          `El enlace sirve una sola vez, durante ${days} ${days === 1 ? 'día' : 'días'}. Si no esperabas ninguna invitación, no tienes que hacer nada.`,
        ],
        action: { label: 'Aceptar la invitación', app: into, path: to },
      }),
    },
  }),
  'password-reset': mailTemplate({
    data: z.strictObject({ app, path, minutes: z.int() }),
    write: {
      en: ({ app: into, path: to, minutes }) => ({
        subject: 'Choose a new password',
        paragraphs: [
          'Somebody, probably you, asked for a new password for your account.',
          `The link works once, for ${minutes} minutes. Setting a new password signs you out everywhere.`,
          'If it was not you, do nothing: your password stays as it is.',
        ],
        action: { label: 'Choose a new password', app: into, path: to },
      }),
      es: ({ app: into, path: to, minutes }) => ({
        subject: 'Elige una contraseña nueva',
        paragraphs: [
          'Alguien, probablemente tú, pidió una contraseña nueva para tu cuenta.',
          `El enlace sirve una sola vez, durante ${minutes} minutos. Al cambiar la contraseña se cierran todas tus sesiones.`,
          'Si no fuiste tú, no hagas nada: tu contraseña sigue igual.',
        ],
        action: { label: 'Elegir una contraseña nueva', app: into, path: to },
      }),
    },
  }),
  'password-changed': mailTemplate({
    data: z.strictObject({ app, path }),
    write: {
      en: ({ app: into, path: to }) => ({
        subject: 'Your password was changed',
        paragraphs: [
          'The password of your account was changed just now and every other session was ended.',
          'If it was not you, ask for a new password at once and tell an administrator of your organisation.',
        ],
        action: { label: 'It was not me: choose a new password', app: into, path: to },
      }),
      es: ({ app: into, path: to }) => ({
        subject: 'Se cambió tu contraseña',
        paragraphs: [
          'La contraseña de tu cuenta acaba de cambiarse y se cerraron todas las demás sesiones.',
          'Si no fuiste tú, pide enseguida una contraseña nueva y avisa a quien administra tu organización.',
        ],
        action: { label: 'No fui yo: elegir una contraseña nueva', app: into, path: to },
      }),
    },
  }),
} as const
