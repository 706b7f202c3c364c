import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CredentialList } from '../../features/credentials/CredentialList.tsx'
import { readCredentials } from '../../features/credentials/read-credential.ts'
import { TooMany } from '../../features/credentials/TooMany.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('credentials')
  return { title: t('title'), description: t('intro'), robots: { index: true } }
}

export default async function CredentialsPage() {
  const credentials = await readCredentials()
  return credentials === 'too-many' ? <TooMany /> : <CredentialList credentials={credentials} />
}
