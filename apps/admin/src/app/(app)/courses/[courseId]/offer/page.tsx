import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CreditsEditor } from '../../../../../features/courses/CreditsEditor.tsx'
import { editableDraft } from '../../../../../features/courses/editable-draft.ts'
import { OfferEditor } from '../../../../../features/courses/OfferEditor.tsx'
import { PartFrame } from '../../../../../features/courses/PartFrame.tsx'
import { Messages } from '../../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.offer'))('heading') }
}

export default async function OfferPage({ params }: { readonly params: Promise<{ readonly courseId: string }> }) {
  const { courseId } = await params
  const draft = await editableDraft(courseId)
  const api = await serverCaller()
  const [{ offer, cardTypes }, { credits, packs, today }, t] = await Promise.all([
    load(api.courses.offer({ courseId })),
    load(api.courses.credits({ courseId })),
    getTranslations('courses.offer'),
  ])
  return (
    <Messages namespaces={['courses', 'standing']}>
      <PartFrame draft={draft} title={t('heading')}>
        <div className="grid gap-6">
          <CreditsEditor courseId={courseId} credits={credits} packs={packs} today={today} />
          <OfferEditor courseId={courseId} offer={offer} cardTypes={cardTypes} />
        </div>
      </PartFrame>
    </Messages>
  )
}
