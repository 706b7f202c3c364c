import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResultPage } from '../../../../../../features/quizzes/ResultPage.tsx'
import { load, serverCaller } from '../../../../../../server/caller.ts'

interface Props {
  readonly params: Promise<{ readonly attemptId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quizzes.result')
  return { title: t('title') }
}

export default async function AttemptResultPage({ params }: Props) {
  const { attemptId } = await params
  const api = await serverCaller()
  // The look at an attempt whose time is over submits it; one that is open has no result yet.
  const attempt = await load(api.quizzes.attempt({ attemptId }))
  if (attempt.state === 'open') redirect(`/learn/quiz/${attemptId}`)
  const [result, me] = await Promise.all([load(api.quizzes.result({ attemptId })), load(api.session.me())])
  return <ResultPage result={result} timeZone={me.timeZone} />
}
