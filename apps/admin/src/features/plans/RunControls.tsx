'use client'

import { Button, FormError, ProgressBar } from '@gs/ui'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useTRPCClient } from '../../trpc/client.ts'
import { useCommand } from '../organisation/use-command.ts'
import type { UnitPlan } from './types.ts'

/** How often a run that goes on is looked at again. */
const EVERY_MS = 2000

/** How far a run is, true to the person; it can be stopped, and taken up again where it was. */
export function RunControls({ run }: { run: UnitPlan['run'] }) {
  const t = useTranslations('plans')
  const { refresh } = useRouter()
  const client = useTRPCClient()
  const going = run.status === 'waiting' || run.status === 'running'
  useEffect(() => {
    if (!going) return
    const timer = setInterval(refresh, EVERY_MS)
    return () => clearInterval(timer)
  }, [going, refresh])
  const cancel = useCommand((key) => client.plans.cancelUnit.mutate({ key, runId: run.id }), refresh)
  const resume = useCommand((key) => client.plans.resumeUnit.mutate({ key, runId: run.id }), refresh)
  const failed = cancel.reason ?? resume.reason
  return (
    <div className="grid gap-3">
      <ProgressBar
        label={t(`units.status.${run.status}`)}
        value={run.planned}
        max={Math.max(1, run.total)}
        valueText={t('units.progress', { planned: run.planned, total: run.total })}
        tone={run.status === 'done' ? 'good' : 'info'}
      />
      {failed ? (
        <FormError key={cancel.tries + resume.tries} title={t('units.failed')}>
          {t('errors.unknown')}
        </FormError>
      ) : null}
      {going ? (
        <div>
          <Button pending={cancel.pending} onClick={() => void cancel.run()}>
            {t('units.cancel')}
          </Button>
        </div>
      ) : null}
      {run.status === 'cancelled' ? (
        <div>
          <Button pending={resume.pending} onClick={() => void resume.run()}>
            {t('units.resume')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
