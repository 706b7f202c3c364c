import { type PackInWords, packSheet } from '@gs/domain/rules'
import { Card, StatusBadge } from '@gs/ui'
import { RuleSheet, RuleSources } from '@gs/ui/blocks'
import { useLocale, useTranslations } from 'next-intl'
import { toneOfLevel } from './level-tone.ts'
import { languageOf } from './words-in.ts'

/** A pack in plain words, with its doubts before its sources. */
export function PackWords({ words }: { readonly words: PackInWords }) {
  const t = useTranslations('packs')
  const sheet = packSheet(words, languageOf(useLocale()))
  return (
    <div className="grid gap-6">
      <RuleSheet
        sections={sheet.sections}
        labels={{
          basis: { rule: t('sheet.pack'), pack: t('sheet.pack'), silence: t('sheet.silence') },
          confidence: { medium: t('sheet.medium'), low: t('sheet.low') },
          demo: t('sheet.demo'),
          source: (number) => t('sheet.source', { number }),
        }}
      />
      <Card
        title={t('doubts.title')}
        actions={
          <StatusBadge tone={toneOfLevel(sheet.confidence.level)}>{t(`levels.${sheet.confidence.level}`)}</StatusBadge>
        }
      >
        <p>{sheet.confidence.words}</p>
        <Doubts title={t('doubts.unverified')} texts={sheet.unverified} />
        <Doubts title={t('doubts.assumptions')} texts={sheet.assumptions} />
      </Card>
      <RuleSources title={t('sheet.sources')} sources={sheet.sources} asOf={(text) => t('sheet.asOf', { text })} />
    </div>
  )
}

function Doubts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <section className="mt-4">
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1.5 list-disc space-y-1 ps-5">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
