import type { PersonId } from '@gs/domain'
import { Alert, Card, StatusBadge } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'
import { ProposePlan } from './ProposePlan.tsx'
import type { TrainerPlanSeen } from './types.ts'

interface TrainerPlanProps {
  readonly personId: PersonId
  readonly name: string
  /** Nobody proposes to themselves. */
  readonly own: boolean
}

/** The plan that a trainer has adopted, what waits for an answer, and the way to propose another. */
export async function TrainerPlan({ personId, name, own }: TrainerPlanProps) {
  const api = await serverCaller()
  const [seen, t] = await Promise.all([load(api.plans.ofTrainer({ personId })), getTranslations('plans')])
  return (
    <div className="grid gap-6">
      {seen.proposed ? (
        <Alert tone="info" title={t('trainer.waitingTitle')}>
          {t('trainer.waiting', { version: seen.proposed.version })}
        </Alert>
      ) : null}
      <Adopted adopted={seen.adopted} />
      {own ? null : (
        <Card title={t('trainer.propose')} description={t('trainer.proposeText', { name })}>
          <Messages namespaces={['plans', 'standing']}>
            <ProposePlan personId={personId} />
          </Messages>
        </Card>
      )}
    </div>
  )
}

async function Adopted({ adopted }: { adopted: TrainerPlanSeen['adopted'] }) {
  const [t, locale] = await Promise.all([getTranslations('plans'), getLocale()])
  const day = (text: string): string => formatCivilDay(locale, text, 'medium')
  if (!adopted) return <Card title={t('trainer.adopted')}>{t('trainer.none')}</Card>
  return (
    <Card
      title={t('trainer.adopted')}
      description={t('trainer.version', { version: adopted.version, day: day(adopted.adoptedOn) })}
    >
      <p className="mb-3">
        {adopted.feasible ? (
          <StatusBadge tone="good" icon={<CircleCheck aria-hidden="true" />}>
            {t('trainer.feasible')}
          </StatusBadge>
        ) : (
          <StatusBadge tone="out" icon={<CircleAlert aria-hidden="true" />}>
            {t('trainer.broken')}
          </StatusBadge>
        )}
      </p>
      <ul className="divide-y divide-line">
        {adopted.items.map((item) => (
          <li key={item.line} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="font-medium">{item.title}</span>
            <span className="text-muted text-sm">
              {item.state === 'done'
                ? t('trainer.done')
                : t('trainer.finish', { from: day(item.finishFrom), by: day(item.finishBy) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
