'use client'

import { STAFF_ROLES, type StaffRole } from '@gs/domain/organizations'
import { typedIn } from '@gs/lobby/forms'
import { Alert, Button, Field, FormError, Input, Select } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { type UnitChoice, unitOptions } from './unit-options.ts'
import { useCommand } from './use-command.ts'
import { useReasonWords } from './use-reason-words.ts'

export interface InviteFormProps {
  readonly units: readonly UnitChoice[]
  readonly locale: 'en' | 'es'
}

const textOf = (fields: FormData, name: string): string => typedIn(fields, name).trim()
const roleOf = (text: string): StaffRole | null => STAFF_ROLES.find((role) => role === text) ?? null

/** Invites one address; what was typed stays until it is sent. */
export function InviteForm({ units, locale }: InviteFormProps) {
  const t = useTranslations('organisation')
  const words = useReasonWords()
  const api = useTRPCClient()
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [sentTo, setSentTo] = useState<string>()
  const fields = (): FormData => new FormData(form.current ?? undefined)
  const command = useCommand(
    (key) => {
      const typed = fields()
      return api.organizations.invite.mutate({
        key,
        email: textOf(typed, 'email'),
        givenName: textOf(typed, 'givenName'),
        familyName: textOf(typed, 'familyName'),
        unitId: textOf(typed, 'unitId'),
        role: roleOf(textOf(typed, 'role')),
        locale: typed.get('locale') === 'es' ? 'es' : 'en',
      })
    },
    () => {
      setSentTo(textOf(fields(), 'email'))
      form.current?.reset()
      router.refresh()
    },
  )
  return (
    <form
      ref={form}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setSentTo(undefined)
        void command.run()
      }}
    >
      {command.reason ? <FormError key={command.tries} title={words(command.reason)} /> : null}
      {sentTo ? (
        <Alert tone="success" live>
          {t('invite.sent', { email: sentTo })}
        </Alert>
      ) : null}
      <Field id="email" label={t('members.email')} required>
        {(control) => <Input {...control} name="email" type="email" autoComplete="off" maxLength={320} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="givenName" label={t('invite.givenName')} required>
          {(control) => <Input {...control} name="givenName" autoComplete="off" maxLength={100} />}
        </Field>
        <Field id="familyName" label={t('invite.familyName')} required>
          {(control) => <Input {...control} name="familyName" autoComplete="off" maxLength={100} />}
        </Field>
      </div>
      <Field id="role" label={t('member.role')}>
        {(control) => (
          <Select
            {...control}
            name="role"
            options={[
              { value: '', label: t('roles.trainer') },
              ...STAFF_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
            ]}
          />
        )}
      </Field>
      <Field id="unitId" label={t('members.unit')}>
        {(control) => <Select {...control} name="unitId" options={unitOptions(units)} />}
      </Field>
      <Field id="locale" label={t('invite.language')}>
        {(control) => (
          <Select
            {...control}
            name="locale"
            defaultValue={locale}
            options={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={command.pending} pendingLabel={t('working')}>
          {t('invite.submit')}
        </Button>
      </div>
    </form>
  )
}
