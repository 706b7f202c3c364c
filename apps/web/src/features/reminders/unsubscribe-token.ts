import { REMINDER_KINDS, type ReminderKind } from '@gs/domain/notifications'

/** The kind that a token of a mail names; whether the token is genuine is judged where it is used. */
export const kindOfToken = (token: string): ReminderKind | undefined =>
  REMINDER_KINDS.find((kind) => kind === token.split('.')[2])
