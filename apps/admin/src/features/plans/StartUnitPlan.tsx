'use client'

import { Button, Field, FormError, Select } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { useCommand } from '../organisation/use-command.ts'
import type { UnitPlans } from './types.ts'

const KNOWN = ['unit-plan.running', 'unit.unknown', 'network'] as const
const INDENT = '\u2003'

/** Begins to plan everybody of a unit. */
export function StartUnitPlan({ units }: { units: UnitPlans['units'] }) {
  const t = useTranslations('plans')
  const router = useRouter()
  const client = useTRPCClient()
  const [unitId, setUnitId] = useState(units[0]?.id ?? '')
  const start = useCommand(async (key) => {
    const { runId } = await client.plans.startUnit.mutate({ key, unitId })
    router.push(`/planning/${runId}`)
  }, router.refresh)
  const least = Math.min(...units.map(({ depth }) => depth))
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void start.run()
      }}
    >
      <Field id="unit" label={t('units.unit')} className="min-w-64">
        {(control) => (
          <Select
            {...control}
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
            options={units.map(({ id, name, depth }) => ({ value: id, label: INDENT.repeat(depth - least) + name }))}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={start.pending}>
        {t('units.start')}
      </Button>
      {start.reason ? (
        <FormError key={start.tries} title={t('units.failed')}>
          {t(`errors.${KNOWN.find((code) => code === start.reason) ?? 'unknown'}`)}
        </FormError>
      ) : null}
    </form>
  )
}
