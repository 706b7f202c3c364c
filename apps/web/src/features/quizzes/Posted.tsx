import { Alert, buttonClass, Card, DescriptionList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { creditsText } from '../courses/credits-text.ts'
import { useAppLocale } from '../courses/use-locale.ts'
import type { QuizResult } from './quiz-view.ts'

type PostedData = NonNullable<QuizResult['posted']>

/** What passing put into the ledger and the records, and how the credentials stand with it. */
export function Posted({ posted }: { readonly posted: PostedData }) {
  const t = useTranslations('quizzes.posted')
  const locale = useAppLocale()
  const { award, record } = posted
  return (
    <Card title={t('title')} description={t('on', { day: formatCivilDay(locale, posted.completedOn, 'long') })}>
      <div className="grid gap-6 sm:grid-cols-2">
        <section className="space-y-3">
          <h3 className="font-semibold">{t('award')}</h3>
          {award ? (
            <DescriptionList
              items={award.credits.map((line) => ({
                term: line.packName
                  ? t('holding', { body: line.body ?? '', name: line.packName[locale] })
                  : line.packId,
                detail: creditsText(locale, line.amount, line.unit),
              }))}
            />
          ) : (
            <p className="text-muted">{t('noAward')}</p>
          )}
          <Link href="/credits" prefetch={false} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
            {t('toCredits')}
          </Link>
        </section>
        <section className="space-y-3">
          <h3 className="font-semibold">{t('record')}</h3>
          {record ? (
            <p>
              {record.title}
              <span className="block text-muted text-sm">{t('number', { number: record.number })}</span>
            </p>
          ) : null}
          <Link href="/records" prefetch={false} className={buttonClass({ variant: 'secondary', size: 'sm' })}>
            {t('toRecords')}
          </Link>
        </section>
      </div>
      <p className="mt-4 text-muted text-sm">{t('distinct')}</p>
      {posted.standings.map((standing) => (
        <Alert key={standing.holdingId} tone={standing.canRenew ? 'success' : 'info'} className="mt-4">
          <p>
            {t('standing', {
              name: t('holding', { body: standing.body, name: standing.credentialName[locale] }),
              counted: creditsText(locale, standing.counted ?? 0, null),
              required: creditsText(locale, standing.required ?? 0, standing.unit),
            })}
            {standing.canRenew ? ` ${t('canRenew')}` : ''}
          </p>
          {standing.wasted > 0 ? (
            <p>{t('wasted', { wasted: creditsText(locale, standing.wasted, standing.unit) })}</p>
          ) : null}
        </Alert>
      ))}
    </Card>
  )
}
