import { Card, EmptyState, StatusBadge, Table, type Tone } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { MailPlus } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'
import { InvitationActions } from './InvitationActions.tsx'
import { InviteForm } from './InviteForm.tsx'

const TONES: Readonly<Record<'open' | 'accepted' | 'withdrawn' | 'expired', Tone>> = {
  open: 'info',
  accepted: 'good',
  withdrawn: 'neutral',
  expired: 'soon',
}

/** Inviting somebody, and what became of those who were invited. */
export async function InvitationList() {
  const api = await serverCaller()
  const [invitations, units, profile, locale, t] = await Promise.all([
    load(api.organizations.invitations()),
    load(api.organizations.units()),
    load(api.account.profile()),
    getLocale(),
    getTranslations('organisation'),
  ])
  const when = (instant: string): string => formatInstant(locale, instant, profile.timeZone)
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <Card title={t('invite.title')} description={t('invite.text')}>
        <InviteForm units={units} locale={locale === 'es' ? 'es' : 'en'} />
      </Card>
      <Card flush title={t('invitations.title')}>
        <Table
          caption={t('invitations.title')}
          rows={invitations}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'email',
              header: t('members.email'),
              title: true,
              cell: (one) => (
                <span id={`invitation-${one.id}`} className="break-all">
                  {one.email}
                  {one.name ? <span className="block font-normal text-muted">{one.name}</span> : null}
                </span>
              ),
            },
            {
              key: 'role',
              header: t('member.role'),
              cell: (one) => t('members.roleAt', { role: t(`roles.${one.role ?? 'trainer'}`), unit: one.unitName }),
            },
            { key: 'expires', header: t('invitations.expires'), cell: (one) => when(one.expiresAt) },
            {
              key: 'state',
              header: t('members.status'),
              phone: 'corner',
              cell: (one) => <StatusBadge tone={TONES[one.state]}>{t(`invitations.states.${one.state}`)}</StatusBadge>,
            },
            {
              key: 'withdraw',
              header: t('invitations.withdraw'),
              hideHeader: true,
              align: 'end',
              phone: 'plain',
              cell: (one) =>
                one.state === 'open' || one.state === 'expired' ? (
                  <InvitationActions invitationId={one.id} mayWithdraw={one.state === 'open'} />
                ) : null,
            },
          ]}
          empty={
            <EmptyState icon={<MailPlus />} title={t('invitations.emptyTitle')}>
              {t('invitations.emptyText')}
            </EmptyState>
          }
        />
      </Card>
    </div>
  )
}
