'use client'

import { Button, Field, Input, Select } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { CommandForm } from './CommandForm.tsx'
import { type UnitChoice, unitOptions } from './unit-options.ts'
import { useCommand } from './use-command.ts'

interface PersonFormProps {
  readonly personId: string
  /** As it stands. */
  readonly details: { readonly givenName: string; readonly familyName: string; readonly unitId: string }
  readonly units: readonly UnitChoice[]
}

/** Another name, another unit. */
export function PersonForm({ personId, details, units }: PersonFormProps) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  const [typed, setTyped] = useState(details)
  const [saved, setSaved] = useState(false)
  const command = useCommand(
    (key) => api.organizations.changePerson.mutate({ key, personId, ...typed }),
    () => {
      setSaved(true)
      router.refresh()
    },
  )
  const put = (field: keyof typeof details, value: string): void => {
    setSaved(false)
    setTyped({ ...typed, [field]: value })
  }
  return (
    <CommandForm command={command}>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['givenName', 'familyName'] as const).map((field) => (
          <Field key={field} id={field} label={t(`invite.${field}`)} required>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={100}
                value={typed[field]}
                onChange={(event) => put(field, event.target.value)}
              />
            )}
          </Field>
        ))}
        <Field id="details-unit" label={t('person.unit')} hint={t('person.unitHint')}>
          {(control) => (
            <Select
              {...control}
              value={typed.unitId}
              onChange={(event) => put('unitId', event.target.value)}
              options={unitOptions(units)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={command.pending} pendingLabel={t('working')}>
          {t('person.save')}
        </Button>
        <p role="status" className="text-muted text-sm">
          {saved ? t('person.saved') : null}
        </p>
      </div>
    </CommandForm>
  )
}
