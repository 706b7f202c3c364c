import { contentKey, type Lesson } from '@gs/domain/courses'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { editableDraft } from '../../../../../../features/courses/editable-draft.ts'
import { LessonEditor } from '../../../../../../features/courses/LessonEditor.tsx'
import { PartFrame } from '../../../../../../features/courses/PartFrame.tsx'
import { Messages } from '../../../../../../i18n/Messages.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.lesson'))('heading') }
}

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly key: string }>
}

/** A key that no lesson has yet begins a new one; it is added when it is saved. */
export default async function LessonPage({ params }: Props) {
  const { courseId, key } = await params
  const draft = await editableDraft(courseId)
  if (!contentKey.safeParse(key).success) notFound()
  const fresh: Lesson = { key, title: '', minutes: 0, document: { schema: 1, content: [] } }
  const lesson = draft.body.lessons.find((each) => each.key === key)
  const t = await getTranslations('courses.lesson')
  return (
    <Messages namespaces={['courses']}>
      <PartFrame draft={draft} title={lesson?.title || t('fresh')}>
        <LessonEditor
          courseId={courseId}
          revision={draft.revision}
          lesson={lesson ?? fresh}
          language={draft.body.language}
        />
      </PartFrame>
    </Messages>
  )
}
