import type { Change, ComparedRow, Words } from '@gs/domain/rules'
import { Badge, Card, type Tone } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'
import type { RouterOutput } from '../../trpc/outputs.ts'
import { changedWords } from './changed-words.ts'
import { EffectiveDays } from './EffectiveDays.tsx'
import { languageOf } from './words-in.ts'

type Version = RouterOutput['packs']['compare']['versions'][number]

export interface Comparison {
  readonly versions: readonly Version[]
  readonly sections: readonly {
    readonly name: string
    readonly title: Words
    readonly rows: readonly ComparedRow[]
  }[]
}

/** Versions as columns, one matter a row; what changed against the version before is marked. */
export function SideBySide({ comparison }: { readonly comparison: Comparison }) {
  const t = useTranslations('packs')
  const { versions, sections } = comparison
  return (
    <Card flush>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm" style={{ minWidth: `${versions.length * 17}rem` }}>
          <caption className="sr-only">{t('versions.sideBySide')}</caption>
          <thead>
            <tr className="border-line border-b">
              {versions.map(({ packId, version, effective }) => (
                <th
                  key={`${packId} ${version}`}
                  scope="col"
                  className="min-w-60 px-4 py-3 text-start align-top font-semibold"
                >
                  <a
                    className="text-accent-ink underline underline-offset-3"
                    href={`/packs/${encodeURIComponent(packId)}?version=${version}`}
                  >
                    {t('versionOf', { pack: packId, version })}
                  </a>
                  <span className="block font-normal text-muted">
                    <EffectiveDays {...effective} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          {sections.map((section) => (
            <tbody key={section.name}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={versions.length}
                  className="border-line border-b bg-sunken px-4 py-2 text-start font-semibold"
                >
                  <SectionTitle title={section.title} rows={section.rows} />
                </th>
              </tr>
              {section.rows.map((row) => (
                <Row key={row.id} row={row} versions={versions} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  )
}

function SectionTitle({
  title,
  rows,
}: {
  readonly title: { readonly en: string; readonly es: string }
  readonly rows: readonly ComparedRow[]
}) {
  const t = useTranslations('packs.versions')
  const language = languageOf(useLocale())
  const differing = rows.filter(({ differs }) => differs).length
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {title[language]}
      <span className="font-normal text-muted">
        {differing > 0 ? t('differences', { count: differing }) : t('same')}
      </span>
    </span>
  )
}

const TONES: Readonly<Partial<Record<Change, Tone>>> = { changed: 'soon', added: 'good', removed: 'out' }
const GROUNDS: Readonly<Partial<Record<Change, string>>> = {
  changed: 'bg-soon-soft/40',
  added: 'bg-accent-soft/50',
  removed: 'bg-out-soft/40',
}

function Row({ row, versions }: { readonly row: ComparedRow; readonly versions: readonly Version[] }) {
  const t = useTranslations('packs.versions')
  const language = languageOf(useLocale())
  return (
    <tr className="border-line border-b last:border-0">
      {versions.map(({ packId, version }, column) => {
        const { sentence = null, change = 'absent' } = row.cells[column] ?? {}
        const tone = TONES[change]
        const before = row.cells[column - 1]?.sentence?.text[language]
        const text = sentence?.text[language]
        return (
          <td key={`${packId} ${version}`} className={`px-4 py-3 align-top ${GROUNDS[change] ?? ''}`}>
            {tone ? (
              <Badge tone={tone} className="mb-1.5">
                {t(`changes.${change}`)}
              </Badge>
            ) : null}
            <p className={sentence ? 'text-pretty' : 'text-muted'}>
              {text === undefined ? (
                t('absent')
              ) : change === 'changed' && before !== undefined ? (
                <Marked text={text} before={before} />
              ) : (
                text
              )}
            </p>
          </td>
        )
      })}
    </tr>
  )
}

/** A sentence with the words marked that the one before did not have. */
function Marked({ text, before }: { readonly text: string; readonly before: string }) {
  return changedWords(before, text).map(({ at, words, changed }) =>
    changed ? (
      <mark key={at} className="rounded-sm bg-soon-soft px-0.5 text-soon-ink">
        {words}
      </mark>
    ) : (
      <span key={at}>{words}</span>
    ),
  )
}
