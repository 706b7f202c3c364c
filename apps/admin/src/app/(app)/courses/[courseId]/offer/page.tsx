import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
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
  const { offer, cardTypes } = await load(api.courses.offer({ courseId }))
  const t = await getTranslations('courses.offer')
  return (
    <Messages namespaces={['courses', 'standing']}>
      <PartFrame draft={draft} title={t('heading')}>
        <OfferEditor courseId={courseId} offer={offer} cardTypes={cardTypes} />
      </PartFrame>
    </Messages>
  )
}
