import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { stranger, type Visitor, visitor } from './visitor.ts'

/** A trainer whom no other spec knows, invited and joined over HTTP. */
export interface Trainer extends Visitor {
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly password: string
}

export interface TrainerWanted {
  readonly portal: string
  readonly console: string
  readonly unit: string
  /** Who invites, and so into which organisation; the demo's administrator where nobody is named. */
  readonly invitedBy?: string
  readonly givenName?: string
  readonly familyName?: string
}

interface Mails {
  readonly mails: readonly { readonly id: string; readonly recipient: string; readonly kind: string }[]
}

/** Invites somebody as an administrator and accepts in their name: they are signed in to the portal. */
export async function newTrainer(wanted: TrainerWanted): Promise<Trainer> {
  const mark = randomUUID().slice(0, 8)
  const { givenName = 'Vera', familyName = `Victim-${mark}` } = wanted
  const email = `victim-${mark}@example.test`
  const admin = await visitor(wanted.console, wanted.invitedBy ?? 'admin@demo.test')
  const units = await admin.api.query<readonly { id: string; name: string }[]>('organizations.units')
  const unitId = units.find(({ name }) => name === wanted.unit)?.id
  await admin.api.mutate('organizations.invite', { email, givenName, familyName, unitId, role: null, locale: 'en' })
  const token = await mailedToken(admin, email)
  await admin.leave()
  const trainer = await stranger(wanted.portal)
  const password = `nine slow otters ${mark}`
  const { status, body } = await trainer.auth('accept', { token, password, givenName, familyName })
  if (status !== 200 || body.signedIn !== true) throw new Error(`could not join: ${status} ${JSON.stringify(body)}`)
  return { ...trainer, email, givenName, familyName, password }
}

/** The token of the invitation that the worker mails. */
async function mailedToken(admin: Visitor, email: string): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    const { mails } = await admin.api.query<Mails>('organizations.mails', { page: 1 })
    return mails.find((mail) => mail.recipient === email)?.id
  }
  await expect.poll(find, { timeout: 60_000, message: `mail to ${email}` }).toBeTruthy()
  const { text } = await admin.api.query<{ text: string }>('organizations.mail', { mailId: await find() })
  const token = /[?&]token=([\w.~-]+)/.exec(text)?.[1]
  if (!token) throw new Error(`no invitation in the mail:\n${text}`)
  return token
}
