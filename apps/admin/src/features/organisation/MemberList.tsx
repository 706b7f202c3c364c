import { Badge, Card, EmptyState, FilterBar, Pagination, StatusBadge, Table } from '@gs/ui'
import { Users } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'
import { type MemberQuery, memberHref, SHOWS } from './member-query.ts'

/** People with their roles; search, choice and page stand in the address. */
export async function MemberList({ query }: { readonly query: MemberQuery }) {
  const api = await serverCaller()
  const [{ members, total, pageSize }, t] = await Promise.all([
    load(api.organizations.members(query)),
    getTranslations('organisation'),
  ])
  const first = (query.page - 1) * pageSize + 1
  const last = first + members.length - 1
  return (
    <div className="grid gap-4">
      <FilterBar
        label={t('members.filter')}
        action="/settings"
        submitLabel={t('members.apply')}
        fields={[
          {
            name: 'search',
            label: t('members.search'),
            hideLabel: true,
            type: 'search',
            value: query.search,
            placeholder: t('members.search'),
          },
          {
            name: 'show',
            label: t('members.show'),
            hideLabel: true,
            value: query.show,
            options: SHOWS.map((show) => ({ value: show, label: t(`members.shows.${show}`) })),
          },
        ]}
      />
      <Card flush>
        <Table
          caption={t('members.caption')}
          rows={members}
          rowKey={(member) => member.personId}
          rowHref={(member) => `/settings/people/${member.personId}`}
          columns={[
            {
              key: 'name',
              header: t('members.name'),
              title: true,
              cell: (member) => (
                <>
                  <span className="block">{member.name}</span>
                  <span className="block break-all font-normal text-muted">{member.email}</span>
                </>
              ),
            },
            {
              key: 'roles',
              header: t('members.roles'),
              cell: (member) =>
                member.roles.length === 0 ? (
                  <span className="text-muted">{t('roles.trainer')}</span>
                ) : (
                  <ul className="flex flex-wrap gap-1.5">
                    {member.roles.map((role) => (
                      <li key={role.grantId}>
                        <Badge>{t('members.roleAt', { role: t(`roles.${role.role}`), unit: role.unitName })}</Badge>
                      </li>
                    ))}
                  </ul>
                ),
            },
            { key: 'unit', header: t('members.unit'), cell: (member) => member.unitName },
            {
              key: 'status',
              header: t('members.status'),
              phone: 'corner',
              cell: (member) => (
                <StatusBadge tone={member.status === 'active' ? 'good' : 'out'}>
                  {t(`status.${member.status}`)}
                </StatusBadge>
              ),
            },
          ]}
          empty={
            <EmptyState icon={<Users />} title={t('members.emptyTitle')}>
              {t('members.emptyText')}
            </EmptyState>
          }
        />
      </Card>
      {total > 0 ? (
        <Pagination
          label={t('members.pages')}
          summary={t('range', { first, last, total })}
          previousLabel={t('previous')}
          nextLabel={t('next')}
          previousHref={query.page > 1 ? memberHref({ ...query, page: query.page - 1 }) : undefined}
          nextHref={last < total ? memberHref({ ...query, page: query.page + 1 }) : undefined}
        />
      ) : null}
    </div>
  )
}
