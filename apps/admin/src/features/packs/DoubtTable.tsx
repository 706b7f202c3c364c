import { Badge, Card, EmptyState, Table, type Tone } from '@gs/ui'
import { CircleCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { languageOf } from './words-in.ts'

type Doubt = RouterOutput['packs']['doubts']['rows'][number]

const TONES: Readonly<Record<Doubt['kind'], Tone>> = {
  unverified: 'soon',
  assumption: 'info',
  low: 'soon',
  demo: 'neutral',
}

/** What nobody could confirm, over all packs: the list to work through with the bodies. */
export function DoubtTable({ rows }: { readonly rows: readonly Doubt[] }) {
  const t = useTranslations('packs')
  const language = languageOf(useLocale())
  return (
    <Card flush>
      <Table
        caption={t('facts.caption')}
        rows={rows}
        rowKey={({ id }) => id}
        stickyHeader
        empty={
          <EmptyState icon={<CircleCheck />} title={t('facts.empty.title')}>
            {t('facts.empty.text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'text',
            header: t('facts.fact'),
            title: true,
            cell: ({ text }) => <span className="font-normal">{text[language]}</span>,
          },
          {
            key: 'kind',
            header: t('facts.kind'),
            phone: 'corner',
            nowrap: true,
            cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`facts.kinds.${kind}`)}</Badge>,
          },
          { key: 'body', header: t('body'), cell: ({ pack }) => pack.body.short },
          {
            key: 'pack',
            header: t('pack'),
            nowrap: true,
            cell: ({ pack }) => (
              <a
                className="text-accent-ink underline underline-offset-3"
                href={`/packs/${encodeURIComponent(pack.packId)}`}
              >
                {t('versionOf', { pack: pack.packId, version: pack.version })}
              </a>
            ),
          },
        ]}
      />
    </Card>
  )
}
