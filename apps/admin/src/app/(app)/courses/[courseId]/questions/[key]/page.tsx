import { contentKey, type Question } from '@gs/domain/courses'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { editableDraft } from '../../../../../../features/courses/editable-draft.ts'
import { PartFrame } from '../../../../../../features/courses/PartFrame.tsx'
import { QuestionEditor } from '../../../../../../features/courses/QuestionEditor.tsx'
import { Messages } from '../../../../../../i18n/Messages.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.question'))('heading') }
}

interface Props {
  readonly params: Promise<{ readonly courseId: string; readonly key: string }>
}

const option = (key: string, correct: boolean) => ({ key, text: '', correct, feedback: '' })

/** A key that no question has yet begins a new one; it is added when it is saved. */
export default async function QuestionPage({ params }: Props) {
  const { courseId, key } = await params
  const draft = await editableDraft(courseId)
  if (!contentKey.safeParse(key).success) notFound()
  const { lessons, questions, language } = draft.body
  const fresh: Question = {
    key,
    type: 'single',
    stem: '',
    options: [option('a', true), option('b', false), option('c', false), option('d', false)],
    feedback: '',
    lesson: lessons[0]?.key ?? 'none',
    difficulty: 1,
  }
  const question = questions.find((each) => each.key === key)
  const t = await getTranslations('courses.question')
  return (
    <Messages namespaces={['courses']}>
      <PartFrame draft={draft} title={question ? t('heading') : t('fresh')}>
        <QuestionEditor
          courseId={courseId}
          revision={draft.revision}
          question={question ?? fresh}
          lessons={lessons.map((lesson) => ({ key: lesson.key, title: lesson.title }))}
          language={language}
        />
      </PartFrame>
    </Messages>
  )
}
