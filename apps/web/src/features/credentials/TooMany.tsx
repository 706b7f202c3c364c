import { Alert } from '@gs/ui'
import { getTranslations } from 'next-intl/server'
import { CredentialFrame } from './CredentialFrame.tsx'

/** Where one address asks for more pages than a reader would. */
export async function TooMany() {
  const t = await getTranslations('credentials')
  return (
    <CredentialFrame title={t('title')} description="">
      <Alert tone="warning" title={t('tooMany.title')}>
        {t('tooMany.text')}
      </Alert>
    </CredentialFrame>
  )
}
