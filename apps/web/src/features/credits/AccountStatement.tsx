import { Badge, Card, type StatementLine, StatementTable } from '@gs/ui'
import { formatCivilDay, formatThousandths } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import type { CreditStatement } from './types.ts'

type Account = CreditStatement['accounts'][number]
type Line = Account['lines'][number]

/** One body's credits, newest first, with the running total. */
export async function AccountStatement({ account }: { account: Account }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('credits')])
  const language = locale === 'es' ? 'es' : 'en'
  const unit = account.unit.plural[language]
  const credential = account.credential[language]
  const amount = (thousandths: number, signed = false): string => formatThousandths(locale, thousandths, signed)
  const day = (text: string): string => formatCivilDay(locale, text, 'medium')

  const detailOf = (line: Line): string =>
    [
      t(`kinds.${line.source}`),
      t('entry', { seq: line.seq, day: day(line.knownOn) }),
      line.categories.length > 0 ? t('category', { categories: line.categories.join(', ') }) : '',
      line.counterpart
        ? t(line.kind === 'reversal' ? 'reverses' : 'reversed', {
            seq: line.counterpart.seq,
            day: day(line.counterpart.knownOn),
          })
        : '',
      line.kind === 'reversal' && line.reason ? t('reason', { reason: line.reason }) : '',
    ]
      .filter(Boolean)
      .join(' · ')

  const lineOf = (line: Line): StatementLine => ({
    id: line.entryId,
    day: line.completedOn,
    dayText: day(line.completedOn),
    what: line.kind === 'reversal' ? t('reversal', { activity: line.activity }) : line.activity,
    detail: detailOf(line),
    status: <Badge tone={toneOfUse(line)}>{wordOfUse(line)}</Badge>,
    amountText: amount(line.amount, true),
    direction: line.amount < 0 ? 'out' : line.counterpart ? 'none' : 'in',
    totalText: amount(line.balance),
  })

  const wordOfUse = (line: Line): string => {
    if (line.kind === 'reversal') return t('back')
    if (line.counterpart) return t('gone')
    return line.spent > 0 ? t('spent', { amount: amount(line.spent) }) : t('open')
  }

  return (
    <Card
      flush
      title={t('account', { credential, body: account.body })}
      description={[
        t('accountText', { unit, spent: account.spent > 0 ? amount(account.spent) : 'none' }),
        account.held ? '' : t('notHeld'),
      ].join(' ')}
      actions={
        <p className="font-semibold text-lg tabular-nums">{t('balance', { amount: amount(account.balance), unit })}</p>
      }
    >
      <StatementTable
        caption={t('caption', { credential })}
        columns={{
          day: t('columns.day'),
          what: t('columns.what'),
          status: t('columns.status'),
          amount: t('columns.amount'),
          total: t('columns.total'),
        }}
        lines={account.lines.map(lineOf)}
      />
    </Card>
  )
}

const toneOfUse = (line: Line) =>
  line.kind === 'reversal' || line.counterpart ? 'out' : line.spent > 0 ? 'neutral' : 'good'
