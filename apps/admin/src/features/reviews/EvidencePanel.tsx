import { buttonClass, Card, DescriptionList } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { amountText, wordsIn } from '../standing/amount.ts'
import { useCardName } from '../standing/use-card-name.ts'
import type { ReviewCase } from './review-case.ts'
import { askedOf, cardOf } from './review-case.ts'

/** What was handed in: what it says, what is asked for, and the file to look at. */
export function EvidencePanel({ review }: { readonly review: ReviewCase }) {
  const t = useTranslations('reviews.evidence')
  const { submission } = review
  return (
    <Card title={t('title')}>
      {submission.kind === 'card' ? <CardFacts review={review} /> : <ActivityFacts review={review} />}
      {submission.file ? (
        <p className="mt-5 flex flex-wrap items-center gap-3">
          <a className={buttonClass({ variant: 'secondary' })} href={`/files/evidence/${submission.file.id}`} download>
            <Download aria-hidden className="size-4" /> {t('download')}
          </a>
          <span className="min-w-0 break-all text-muted text-sm">
            {submission.file.name} · {t('size', { kilobytes: Math.ceil(submission.file.bytes / 1024) })}
          </span>
        </p>
      ) : (
        <p className="mt-5 text-muted">{t('noFile')}</p>
      )}
    </Card>
  )
}

/** What both kinds have: who gave it, and the days. */
function useCommonFacts({ submission }: ReviewCase) {
  const t = useTranslations('reviews.evidence')
  const locale = useLocale()
  return [
    { term: t('provider'), detail: submission.provider || '–' },
    { term: t('completed'), detail: formatCivilDay(locale, submission.completedOn, 'long') },
    { term: t('filed'), detail: formatCivilDay(locale, submission.filedOn, 'long') },
  ]
}

function ActivityFacts({ review }: { readonly review: ReviewCase }) {
  const { submission, packs } = review
  const common = useCommonFacts(review)
  const t = useTranslations('reviews.evidence')
  const kinds = useTranslations('reviews.kinds')
  const locale = useLocale()
  const asked = askedOf(submission.details)
  const lines = asked.lines.map(({ packId, category, amount }) => {
    const pack = packs.find((each) => each.packId === packId)
    const unit = pack ? wordsIn(locale, pack.unit.plural) : ''
    return (
      <span key={`${packId} ${category}`} className="block">
        {pack?.body ?? packId}
        {category && ` · ${category}`}: {amountText(locale, amount)} {unit}
      </span>
    )
  })
  return (
    <DescriptionList
      items={[
        ...common,
        { term: t('kind'), detail: kinds.has(asked.kind) ? kinds(asked.kind) : asked.kind },
        { term: t('asked'), detail: lines },
        ...(asked.minutes === null
          ? []
          : [{ term: t('hours'), detail: amountText(locale, (asked.minutes * 1000) / 60) }]),
        ...(asked.note === null
          ? []
          : [{ term: t('note'), detail: <span className="whitespace-pre-line">{asked.note}</span> }]),
      ]}
    />
  )
}

function CardFacts({ review }: { readonly review: ReviewCase }) {
  const { submission } = review
  const common = useCommonFacts(review)
  const t = useTranslations('reviews.evidence')
  const locale = useLocale()
  const name = useCardName()
  const card = cardOf(submission.details)
  return (
    <DescriptionList
      items={[
        ...common,
        { term: t('card'), detail: name(card.type) },
        {
          term: t('valid'),
          detail: card.validThrough === null ? t('byIssuer') : formatCivilDay(locale, card.validThrough, 'long'),
        },
        { term: t('handsOn'), detail: card.handsOn ? t('yes') : t('no') },
      ]}
    />
  )
}
