'use client'

import { STAFF_ROLES } from '@gs/domain/organizations'
import { Button, Field, Select } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { CommandForm } from './CommandForm.tsx'
import { type UnitChoice, unitOptions } from './unit-options.ts'
import { useCommand } from './use-command.ts'

/** Gives a role at a unit. */
export function GiveRoleForm({
  personId,
  units,
}: {
  readonly personId: string
  readonly units: readonly UnitChoice[]
}) {
  const t = useTranslations('organisation')
  const api = useTRPCClient()
  const router = useRouter()
  const [role, setRole] = useState<(typeof STAFF_ROLES)[number]>('staff')
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const command = useCommand(
    (key) => api.organizations.giveRole.mutate({ key, personId, role, unitId }),
    () => router.refresh(),
  )
  return (
    <CommandForm command={command}>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field id="role" label={t('member.role')} hint={t(`roleHints.${role}`)}>
          {(control) => (
            <Select
              {...control}
              value={role}
              onChange={(event) => setRole(STAFF_ROLES.find((one) => one === event.target.value) ?? role)}
              options={STAFF_ROLES.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
            />
          )}
        </Field>
        <Field id="unitId" label={t('members.unit')} hint={t('member.unitHint')}>
          {(control) => (
            <Select
              {...control}
              value={unitId}
              onChange={(event) => setUnitId(event.target.value)}
              options={unitOptions(units)}
            />
          )}
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={command.pending} pendingLabel={t('working')}>
          {t('member.give')}
        </Button>
      </div>
    </CommandForm>
  )
}
