import { packSheet } from '@gs/domain/rules'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CredentialView } from '../../../features/credentials/CredentialView.tsx'
import { languageOf } from '../../../features/credentials/language.ts'
import { readCredential } from '../../../features/credentials/read-credential.ts'
import { TooMany } from '../../../features/credentials/TooMany.tsx'

interface CredentialPageProps {
  params: Promise<{ code: string }>
}

/** Search engines show the first rules of it: how long it lasts, and how much each cycle needs. */
export async function generateMetadata({ params }: CredentialPageProps): Promise<Metadata> {
  const [credential, t, locale] = await Promise.all([
    readCredential(decoded((await params).code)),
    getTranslations('credentials'),
    getLocale(),
  ])
  if (credential === 'too-many') return { title: t('title') }
  const language = languageOf(locale)
  const { sections } = packSheet(credential.words, language)
  const first = sections.slice(0, 2).map(({ sentences }) => sentences[0]?.text)
  return {
    title: t('pageTitle', { code: credential.code, body: credential.body.short }),
    description: [credential.name[language], ...first].filter(Boolean).join(' · '),
    robots: { index: true },
  }
}

export default async function CredentialPage({ params }: CredentialPageProps) {
  const credential = await readCredential(decoded((await params).code))
  return credential === 'too-many' ? <TooMany /> : <CredentialView credential={credential} />
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
