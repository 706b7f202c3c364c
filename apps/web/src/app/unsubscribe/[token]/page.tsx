import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { UnsubscribePage } from '../../../features/reminders/UnsubscribePage.tsx'
import { kindOfToken } from '../../../features/reminders/unsubscribe-token.ts'

interface Props {
  readonly params: Promise<{ readonly token: string }>
  readonly searchParams: Promise<{ readonly state?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminders.unsubscribe')
  return { title: t('title'), robots: { index: false } }
}

/** Where the link in a reminder leads. Looking at it changes nothing: programs that check links look too. */
export default async function Unsubscribe({ params, searchParams }: Props) {
  const [{ token }, { state }] = await Promise.all([params, searchParams])
  const kind = kindOfToken(token)
  if (!kind) notFound()
  return (
    <UnsubscribePage token={token} kind={kind} state={state === 'done' || state === 'unknown' ? state : 'asking'} />
  )
}
