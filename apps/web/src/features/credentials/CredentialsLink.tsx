import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The way to the pages that need no account. */
export function CredentialsLink() {
  const t = useTranslations('credentials')
  return (
    <p className="mt-2">
      <Link
        href="/credentials"
        prefetch={false}
        className="inline-flex min-h-9 items-center text-accent-ink underline underline-offset-3"
      >
        {t('title')}
      </Link>
    </p>
  )
}
