import { getTranslations } from 'next-intl/server'

/** What is not there, and what this person may not see, look the same. */
export async function NothingHere() {
  const t = await getTranslations('errors')
  return (
    <div className="mx-auto max-w-prose px-4 py-16">
      <h1 className="font-semibold text-2xl">{t('notFound.title')}</h1>
      <p className="mt-3 text-muted">{t('notFound.text')}</p>
      <p className="mt-6">
        <a className="text-accent-ink underline" href="/">
          {t('notFound.home')}
        </a>
      </p>
    </div>
  )
}
