import { statusWords } from '@gs/domain/rules'
import { Alert, Card, DescriptionList } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { Change } from './Change.tsx'
import { DayChoice } from './DayChoice.tsx'
import { LinesTable } from './LinesTable.tsx'
import { Reasons } from './Reasons.tsx'
import { RulesUsed } from './RulesUsed.tsx'
import type { Explained, Explanation } from './types.ts'

export interface ExplanationSheetProps {
  readonly explanation: Explanation
  /** The address of this page, for another day. */
  readonly path: string
}

/** A holding on a day for somebody who checks it: answer, steps, rules, sources and entries, made to be printed. */
export function ExplanationSheet({ explanation, path }: ExplanationSheetProps) {
  const { explained, asOf, knownAt, today, knownSince } = explanation
  const t = useTranslations('explanation')
  const locale = useLocale()
  return (
    <div className="grid gap-6 print:gap-4">
      <DayChoice path={path} asOf={asOf} knownAt={knownAt} today={today} />
      <p className="hidden print:block">
        {t('printed', { today: formatCivilDay(locale, today, 'long'), person: explanation.person.name })}
      </p>
      {explained === null ? (
        <Alert tone="info" title={t('absent.title')}>
          {t('absent.text', { day: formatCivilDay(locale, knownSince, 'long') })}
        </Alert>
      ) : (
        <Sheet explained={explained} />
      )}
    </div>
  )
}

function Sheet({ explained }: { readonly explained: Explained }) {
  const t = useTranslations('explanation')
  const locale = useLocale()
  const unit = locale === 'es' ? explained.unit.plural.es : explained.unit.plural.en
  return (
    <>
      {explained.source === 'declared' ? <Alert tone="info">{t('declared')}</Alert> : null}
      <Card title={t('answer')}>
        <Answer explained={explained} unit={unit} />
        <Change change={explained.change} canRenew={explained.canRenew} />
      </Card>
      <Card title={t('steps')}>
        <Reasons reasons={explained.trace} unit={unit} />
      </Card>
      {explained.lines === null ? null : <LinesTable lines={explained.lines} unit={unit} />}
      <RulesUsed explained={explained} />
    </>
  )
}

function Answer({ explained, unit }: { readonly explained: Explained; readonly unit: string }) {
  const t = useTranslations('explanation.figures')
  const locale = useLocale()
  const day = (text: string | null): string => (text === null ? t('none') : formatCivilDay(locale, text, 'long'))
  const amount = (value: number | null): string =>
    value === null ? t('none') : `${formatThousandths(locale, value)} ${unit}`
  const status = statusWords(explained.status)
  const yesNo = (value: boolean | null): string => (value === null ? t('unknown') : value ? t('yes') : t('no'))
  return (
    <DescriptionList
      look="grid"
      items={[
        { term: t('status'), detail: locale === 'es' ? status.es : status.en },
        { term: t('inForce'), detail: yesNo(explained.inForce) },
        { term: t('certified'), detail: day(explained.certifiedOn) },
        {
          term: t('cycle'),
          detail: explained.cycle
            ? t('span', { from: day(explained.cycle.from), to: day(explained.cycle.to) })
            : t('none'),
        },
        { term: t('required'), detail: amount(explained.required) },
        { term: t('counted'), detail: amount(explained.counted) },
        { term: t('needed'), detail: amount(explained.needed) },
        { term: t('wasted'), detail: amount(explained.wasted) },
        { term: t('earnBy'), detail: day(explained.earnBy) },
        { term: t('fileBy'), detail: day(explained.fileBy) },
        { term: t('canRenew'), detail: yesNo(explained.canRenew) },
        { term: t('nextChange'), detail: day(explained.nextChangeOn) },
      ]}
    />
  )
}
