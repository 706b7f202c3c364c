import { Alert, Card, EmptyState, Pagination, StatusBadge, Table, type Tone } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { Mail } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'

const TONES: Readonly<Record<'kept' | 'sent' | 'uncertain', Tone>> = {
  kept: 'neutral',
  sent: 'good',
  uncertain: 'soon',
}

const KINDS = [
  'invitation',
  'password-reset',
  'password-changed',
  'course-passed',
  'record-issued',
  'record-revoked',
  'award-posted',
  'award-reversed',
  'submission-decided',
  'holding-decided',
  'renewal-decided',
  'reminder-deadline',
  'reminder-card',
  'reminder-pace',
  'reminder-evidence',
  'reminder-plan',
] as const

/** Which mails went to whom and when; in a demo on this machine their text too. */
export async function MailLog({ page }: { readonly page: number }) {
  const api = await serverCaller()
  const [{ mails, total, pageSize, bodies }, profile, locale, t] = await Promise.all([
    load(api.organizations.mails({ page })),
    load(api.account.profile()),
    getLocale(),
    getTranslations('organisation'),
  ])
  const kindOf = (kind: string): string => {
    const known = KINDS.find((one) => one === kind)
    return known ? t(`mail.kinds.${known}`) : kind
  }
  const first = (page - 1) * pageSize + 1
  const last = first + mails.length - 1
  return (
    <div className="grid gap-4">
      {bodies ? <Alert>{t('mail.demo')}</Alert> : null}
      <Card flush>
        <Table
          caption={t('mail.caption')}
          rows={mails}
          rowKey={(mail) => mail.id}
          rowHref={bodies ? (mail) => `/settings/mail/${mail.id}` : undefined}
          columns={[
            { key: 'kind', header: t('mail.kind'), title: true, cell: (mail) => kindOf(mail.kind) },
            {
              key: 'to',
              header: t('mail.to'),
              cell: (mail) => <span className="break-all">{mail.recipient}</span>,
            },
            {
              key: 'when',
              header: t('mail.when'),
              cell: (mail) => formatInstant(locale, mail.createdAt, profile.timeZone),
            },
            {
              key: 'state',
              header: t('members.status'),
              phone: 'corner',
              cell: (mail) => <StatusBadge tone={TONES[mail.state]}>{t(`mail.states.${mail.state}`)}</StatusBadge>,
            },
          ]}
          empty={
            <EmptyState icon={<Mail />} title={t('mail.emptyTitle')}>
              {t('mail.emptyText')}
            </EmptyState>
          }
        />
      </Card>
      {total > 0 ? (
        <Pagination
          label={t('mail.pages')}
          summary={t('range', { first, last, total })}
          previousLabel={t('previous')}
          nextLabel={t('next')}
          previousHref={page > 1 ? `/settings/mail?page=${page - 1}` : undefined}
          nextHref={last < total ? `/settings/mail?page=${page + 1}` : undefined}
        />
      ) : null}
    </div>
  )
}
