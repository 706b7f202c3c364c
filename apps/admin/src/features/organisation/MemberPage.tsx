import { Breadcrumbs, Card, DescriptionList, EmptyState, PageHeader, StatusBadge, Table } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { getLocale, getTranslations } from 'next-intl/server'
import { Messages } from '../../i18n/Messages.tsx'
import { load, serverCaller } from '../../server/caller.ts'
import { EndPersonSessions } from './EndPersonSessions.tsx'
import { GiveRoleForm } from './GiveRoleForm.tsx'
import { PersonForm } from './PersonForm.tsx'
import { StatusDialog } from './StatusDialog.tsx'
import { WithdrawRole } from './WithdrawRole.tsx'

/** What somebody may do here and since when; giving, withdrawing, suspending, ending sessions. */
export async function MemberPage({ personId }: { readonly personId: string }) {
  const api = await serverCaller()
  const [member, units, profile, locale, t] = await Promise.all([
    load(api.organizations.member({ personId })),
    load(api.organizations.units()),
    load(api.account.profile()),
    getLocale(),
    getTranslations('organisation'),
  ])
  const when = (instant: string): string => formatInstant(locale, instant, profile.timeZone)
  const held = member.roles.filter((role) => role.withdrawnAt === null)
  return (
    <Messages namespaces={['organisation', 'shell']}>
      <PageHeader
        title={member.name}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('tabs.people'), href: '/settings' }, { label: member.name }]}
          />
        }
        meta={
          <StatusBadge tone={member.status === 'active' ? 'good' : 'out'}>{t(`status.${member.status}`)}</StatusBadge>
        }
        actions={
          member.isSelf ? null : (
            <>
              {member.liveSessions > 0 ? <EndPersonSessions personId={personId} /> : null}
              <StatusDialog personId={personId} name={member.name} status={member.status} />
            </>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid gap-6">
          <Card flush title={t('member.roles')} description={member.isSelf ? t('member.ownRoles') : undefined}>
            <Table
              caption={t('member.roles')}
              rows={member.roles}
              rowKey={(role) => role.grantId}
              columns={[
                {
                  key: 'role',
                  header: t('member.role'),
                  title: true,
                  cell: (role) => <span id={`role-${role.grantId}`}>{t(`roles.${role.role}`)}</span>,
                },
                { key: 'unit', header: t('members.unit'), cell: (role) => role.unitName },
                {
                  key: 'given',
                  header: t('member.given'),
                  cell: (role) =>
                    role.givenBy
                      ? t('member.by', { when: when(role.givenAt), name: role.givenBy })
                      : when(role.givenAt),
                },
                {
                  key: 'withdrawn',
                  header: t('member.withdrawn'),
                  cell: (role) => {
                    if (role.withdrawnAt)
                      return role.withdrawnBy
                        ? t('member.by', { when: when(role.withdrawnAt), name: role.withdrawnBy })
                        : when(role.withdrawnAt)
                    return member.isSelf ? t('member.held') : <WithdrawRole grantId={role.grantId} />
                  },
                },
              ]}
              empty={<EmptyState title={t('member.noRolesTitle')}>{t('member.noRolesText')}</EmptyState>}
            />
          </Card>
          {member.isSelf ? null : (
            <Card title={t('person.title')} description={t('person.text')}>
              <PersonForm
                personId={personId}
                details={{ givenName: member.givenName, familyName: member.familyName, unitId: member.unitId }}
                units={units}
              />
            </Card>
          )}
          {member.isSelf || member.status === 'suspended' ? null : (
            <Card title={t('member.giveTitle')} description={t('member.giveText')}>
              <GiveRoleForm personId={personId} units={units} />
            </Card>
          )}
        </div>
        <Card title={t('member.about')}>
          <DescriptionList
            items={[
              { term: t('members.email'), detail: member.email },
              { term: t('members.unit'), detail: member.unitName },
              { term: t('member.account'), detail: t(member.hasAccount ? 'member.hasAccount' : 'member.noAccount') },
              { term: t('member.sessions'), detail: t('member.liveSessions', { count: member.liveSessions }) },
              { term: t('member.rolesHeld'), detail: String(held.length) },
            ]}
          />
        </Card>
      </div>
    </Messages>
  )
}
