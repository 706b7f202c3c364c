import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AboutEditor } from '../../../../../features/courses/AboutEditor.tsx'
import { aboutOf } from '../../../../../features/courses/about.ts'
import { editableDraft } from '../../../../../features/courses/editable-draft.ts'
import { PartFrame } from '../../../../../features/courses/PartFrame.tsx'
import { Messages } from '../../../../../i18n/Messages.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.about'))('heading') }
}

export default async function AboutPage({ params }: { readonly params: Promise<{ readonly courseId: string }> }) {
  const { courseId } = await params
  const draft = await editableDraft(courseId)
  const t = await getTranslations('courses.about')
  return (
    <Messages namespaces={['courses']}>
      <PartFrame draft={draft} title={t('heading')}>
        <AboutEditor courseId={courseId} revision={draft.revision} about={aboutOf(draft.body)} />
      </PartFrame>
    </Messages>
  )
}
