import { Badge, Card, Table } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { Explained, Words } from './types.ts'

/** The versions that were known, the one that judged, and where its rules are published. */
export function RulesUsed({ explained }: { readonly explained: Explained }) {
  const t = useTranslations('explanation.rules')
  const locale = useLocale()
  const day = (text: string): string => formatCivilDay(locale, text)
  return (
    <>
      <Card title={t('versions')} description={t('versionsText')} flush>
        <Table
          caption={t('versions')}
          rows={explained.versions}
          rowKey={({ packId, version }) => `${packId}/${version}`}
          columns={[
            {
              key: 'pack',
              header: t('pack'),
              title: true,
              cell: ({ packId, version }) => t('version', { pack: packId, version }),
            },
            {
              key: 'effect',
              header: t('effect'),
              cell: ({ effectiveFrom, effectiveTo }) =>
                effectiveTo === null
                  ? t('from', { from: day(effectiveFrom) })
                  : t('fromTo', { from: day(effectiveFrom), to: day(effectiveTo) }),
            },
            { key: 'known', header: t('known'), cell: ({ knownOn }) => day(knownOn) },
            {
              key: 'judges',
              header: t('used'),
              phone: 'corner',
              cell: ({ judges }) => (judges ? <Badge tone="good">{t('judged')}</Badge> : ''),
            },
          ]}
        />
      </Card>
      <Card title={t('sources')}>
        <ul className="grid gap-2">
          {explained.sources.map(({ title, url, asOf }) => (
            <li key={`${title} ${url}`} className="break-inside-avoid">
              <p>
                {title}
                {asOf === null ? '' : ` · ${t('seen', { day: asOf })}`}
              </p>
              {url === null ? null : (
                <a
                  href={url}
                  rel="noreferrer"
                  className="break-all text-accent-ink text-sm underline underline-offset-3"
                >
                  {url}
                </a>
              )}
            </li>
          ))}
        </ul>
        <Notes title={t('assumptions')} notes={explained.assumptions} />
        <Notes title={t('unverified')} notes={explained.unverified} />
      </Card>
    </>
  )
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly Words[] }) {
  const locale = useLocale()
  if (notes.length === 0) return null
  return (
    <section className="mt-4">
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {notes.map((note) => (
          <li key={note.en}>{locale === 'es' ? note.es : note.en}</li>
        ))}
      </ul>
    </section>
  )
}
