import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { QuizTaker } from '../../../../../features/quizzes/QuizTaker.tsx'
import { resultHref } from '../../../../../features/quizzes/quiz-view.ts'
import { Messages } from '../../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly attemptId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quizzes')
  return { title: t('title') }
}

export default async function AttemptPage({ params }: Props) {
  const { attemptId } = await params
  const api = await serverCaller()
  const attempt = await load(api.quizzes.attempt({ attemptId }))
  if (attempt.state === 'submitted') redirect(resultHref(attemptId))
  const t = await getTranslations('quizzes')
  return (
    <Messages namespaces={['quizzes', 'learning']}>
      <PageHeader title={attempt.title} description={t('attempt', { number: attempt.number })} />
      <QuizTaker attempt={attempt} />
    </Messages>
  )
}
