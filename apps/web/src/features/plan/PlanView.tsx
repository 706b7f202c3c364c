import { Card, EmptyState, PageHeader } from '@gs/ui'
import { CalendarRange } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { AdoptedCard } from './AdoptedCard.tsx'
import { PaceCard } from './PaceCard.tsx'
import { PlanBoard } from './PlanBoard.tsx'
import { ProposedCard } from './ProposedCard.tsx'
import type { PlanPage } from './types.ts'

/** What was proposed, what holds, what lies on the table, and the weeks. */
export async function PlanView({ page }: { page: PlanPage }) {
  const [t, locale] = await Promise.all([getTranslations('plan'), getLocale()])
  const language = locale === 'es' ? 'es' : 'en'
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      {page.holdings.length === 0 ? (
        <Card>
          <EmptyState icon={<CalendarRange />} title={t('empty.title')}>
            {page.unplanned.length > 0
              ? t('empty.expired', { names: page.unplanned.map((name) => name[language]).join(', ') })
              : t('empty.text')}
          </EmptyState>
        </Card>
      ) : (
        <Messages namespaces={['plan']}>
          <div className="space-y-6">
            {page.proposed ? <ProposedCard page={page} proposed={page.proposed} /> : null}
            {page.adopted ? <AdoptedCard key={page.adopted.planId} page={page} adopted={page.adopted} /> : null}
            <PlanBoard key={`${page.draft?.revision ?? 0}-${page.problemKey}`} page={page} />
            <PaceCard page={page} />
          </div>
        </Messages>
      )}
    </>
  )
}
