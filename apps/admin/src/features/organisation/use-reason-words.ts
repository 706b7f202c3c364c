'use client'

import { useTranslations } from 'next-intl'

const KNOWN = [
  'roles.own',
  'roles.held',
  'roles.last-administrator',
  'role.unknown',
  'person.own',
  'person.own-details',
  'person.unchanged',
  'person.unknown',
  'person.suspended',
  'person.active',
  'unit.unknown',
  'unit.name-taken',
  'unit.too-deep',
  'invitation.suspended',
  'invitation.unknown',
  'input.invalid',
  'access.denied',
  'UNAUTHORIZED',
  'network',
] as const

/** A refusal in words. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations('organisation.errors')
  return (reason) => t(KNOWN.find((one) => one === reason) ?? 'unknown')
}
