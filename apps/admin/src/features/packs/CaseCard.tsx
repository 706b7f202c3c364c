import { Disclosure, StatusBadge, Table } from '@gs/ui'
import { useLocale, useTranslations } from 'next-intl'
import { amountText } from '../standing/amount.ts'
import type { CaseResult } from './run-cases.ts'

/** One case: as expected or not, each key beside what was found, and the way to it rule by rule. */
export function CaseCard({ result }: { readonly result: CaseResult }) {
  const t = useTranslations('packs.cases')
  const { id, story, passed, faults, keys, trace } = result
  return (
    <Disclosure
      look="card"
      open={!passed}
      summary={
        <span className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-baseline">
          <code className="text-sm">{id}</code>
          <span className="font-normal">{story}</span>
          <StatusBadge tone={passed ? 'good' : 'out'}>{passed ? t('passed') : t('notPassed')}</StatusBadge>
        </span>
      }
    >
      {faults.length > 0 ? (
        <ul className="list-disc ps-5 text-out-ink">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      ) : null}
      {keys.length > 0 ? (
        <Table
          caption={t('keys')}
          dense
          rows={keys}
          rowKey={({ key }) => key}
          columns={[
            { key: 'key', header: t('key'), title: true, cell: ({ key }) => <code className="text-sm">{key}</code> },
            { key: 'expected', header: t('expected'), cell: ({ expected }) => <Value of={expected} /> },
            { key: 'found', header: t('found'), cell: ({ found }) => <Value of={found} /> },
            {
              key: 'same',
              header: t('result'),
              phone: 'corner',
              cell: ({ same }) => (
                <StatusBadge tone={same ? 'good' : 'out'}>{same ? t('passed') : t('notPassed')}</StatusBadge>
              ),
            },
          ]}
        />
      ) : null}
      {trace.length > 0 ? (
        <section className="mt-5">
          <h3 className="mb-3 font-semibold">{t('trace')}</h3>
          <Trace lines={trace} />
        </section>
      ) : null}
    </Disclosure>
  )
}

/** Rule after rule, with what each came to. */
function Trace({ lines }: { readonly lines: CaseResult['trace'] }) {
  const locale = useLocale()
  return (
    <ol className="grid gap-2.5 text-sm">
      {lines.map(({ rule, text, textEs, amount }) => (
        <li key={`${rule} ${text}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <span>
            {locale === 'es' ? textEs : text} <code className="text-muted text-xs">{rule}</code>
          </span>
          {amount === undefined ? null : <span className="font-medium tabular-nums">{amountText(locale, amount)}</span>}
        </li>
      ))}
    </ol>
  )
}

/** A value as the case file has it. */
function Value({ of: value }: { readonly of: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return <span className="break-words tabular-nums">{text}</span>
}
