import { Alert, Card } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { amountText, wordsIn } from '../standing/amount.ts'
import { MissingList } from '../standing/MissingList.tsx'
import { StandingBadge } from '../standing/StandingBadge.tsx'
import type { ReviewCase } from './review-case.ts'

/** Where the person stands today, and what looks like the same activity again. */
export function CaseStanding({ review }: { readonly review: ReviewCase }) {
  const t = useTranslations('reviews.standing')
  const figures = useTranslations('standing.figures')
  const locale = useLocale()
  const { duplicates, standings, person } = review
  return (
    <Card title={t('title')}>
      {duplicates.length > 0 && (
        <Alert tone="warning" title={t('duplicate')} className="mb-4">
          <a className="underline" href={`/people/${person.id}?show=ledger`}>
            {duplicates.map(({ activity }) => activity).join(', ')}
          </a>
        </Alert>
      )}
      {standings.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="grid gap-3">
        {standings.map((each) => (
          <li key={each.holdingId}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {each.credentialCode} <StandingBadge status={each.status} />
            </p>
            <p className="mt-1 text-sm">
              {each.required === null
                ? figures('noTotal')
                : figures('of', {
                    counted: amountText(locale, each.counted ?? 0),
                    required: amountText(locale, each.required),
                    unit: wordsIn(locale, each.unit.plural),
                  })}
              {each.expiresOn !== null && ` · ${figures('expires')} ${formatCivilDay(locale, each.expiresOn)}`}
            </p>
            <p className="text-muted text-sm">
              {figures('missing')}: <MissingList codes={each.missing} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
