import { Alert, Breadcrumbs, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '../../../../features/organisation/is-id.ts'
import { CaseStanding } from '../../../../features/reviews/CaseStanding.tsx'
import { DecisionForm } from '../../../../features/reviews/DecisionForm.tsx'
import { DecisionMade } from '../../../../features/reviews/DecisionMade.tsx'
import { EvidencePanel } from '../../../../features/reviews/EvidencePanel.tsx'
import { RulesPanel } from '../../../../features/reviews/RulesPanel.tsx'
import { askedOf } from '../../../../features/reviews/review-case.ts'
import { SubmissionStatusBadge } from '../../../../features/reviews/SubmissionStatusBadge.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviews'))('one') }
}

export default async function ReviewPage({ params }: { params: Promise<{ submissionId: string }> }) {
  const { submissionId } = await params
  if (!isId(submissionId)) notFound()
  const api = await serverCaller()
  const [review, t, cards] = await Promise.all([
    load(api.reviews.get({ submissionId })),
    getTranslations('reviews'),
    getTranslations('standing.cardTypes'),
  ])
  const { submission, person, packs, own } = review
  const ledger = submission.entryId && !own ? await load(api.people.ledger({ personId: person.id })) : undefined
  const spent = (ledger?.spent ?? []).filter(({ entryId }) => entryId === submission.entryId)
  const card = cards.has(submission.title) ? cards(submission.title) : submission.title
  const title = submission.kind === 'card' ? t('table.card', { type: card }) : submission.title
  return (
    <div>
      <PageHeader
        title={title}
        meta={<SubmissionStatusBadge status={submission.status} />}
        description={
          <a className="underline underline-offset-3" href={`/people/${person.id}`}>
            {person.name} · {person.unitName}
          </a>
        }
        breadcrumbs={
          <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: '/reviews' }, { label: title }]} />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <EvidencePanel review={review} />
          <CaseStanding review={review} />
        </div>
        <div className="grid gap-6">
          <RulesPanel review={review} />
          {submission.status !== 'waiting' && <DecisionMade review={review} spent={spent} />}
          {submission.status === 'waiting' && own && <Alert tone="warning">{t('own')}</Alert>}
          {submission.status === 'waiting' && !own && (
            <Messages namespaces={['reviews', 'awards', 'refusals']}>
              <DecisionForm
                submissionId={submission.id}
                kind={submission.kind}
                asked={askedOf(submission.details).lines}
                packs={packs}
              />
            </Messages>
          )}
        </div>
      </div>
    </div>
  )
}
