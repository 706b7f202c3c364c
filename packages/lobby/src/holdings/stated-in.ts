import { typedIn } from '../forms/typed-in.ts'
import type { StatedInput } from './types.ts'
import { NotSent } from './use-sending.ts'

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What a form states. Throws `NotSent` at the field that must not stay empty. */
export function statedIn(form: FormData): StatedInput {
  const credential = typedIn(form, 'credential')
  if (credential === '') throw new NotSent({ code: 'credential.missing', field: 'credential' })
  const certifiedOn = typedIn(form, 'certifiedOn')
  if (certifiedOn === '') throw new NotSent({ code: 'certified-on.missing', field: 'certifiedOn' })
  return {
    credential,
    certifiedOn,
    cycleStart: orNull(typedIn(form, 'cycleStart')),
    expiresOn: orNull(typedIn(form, 'expiresOn')),
    number: orNull(typedIn(form, 'number')),
  }
}
