import { Badge, Card, EmptyState, Table } from '@gs/ui'
import { formatInstant } from '@gs/ui/locale'
import { MonitorSmartphone } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { load, serverCaller } from '../../server/caller.ts'
import { EndPersonSessions } from './EndPersonSessions.tsx'

/** Who is signed in just now, with a way to end it. */
export async function SignedInList() {
  const api = await serverCaller()
  const [people, profile, locale, t] = await Promise.all([
    load(api.organizations.sessions()),
    load(api.account.profile()),
    getLocale(),
    getTranslations('organisation'),
  ])
  return (
    <Card flush>
      <Table
        caption={t('sessions.caption')}
        rows={people}
        rowKey={(person) => person.personId}
        columns={[
          {
            key: 'name',
            header: t('members.name'),
            title: true,
            cell: (person) => (
              <a
                href={`/settings/people/${person.personId}`}
                id={`signed-in-${person.personId}`}
                className="hover:underline"
              >
                {person.name}
                <span className="block break-all font-normal text-muted">{person.email}</span>
              </a>
            ),
          },
          {
            key: 'where',
            header: t('sessions.where'),
            cell: (person) => (
              <span className="inline-flex flex-wrap gap-1.5">
                {person.apps.map((app) => (
                  <Badge key={app}>{t(`sessions.apps.${app}`)}</Badge>
                ))}
              </span>
            ),
          },
          { key: 'count', header: t('sessions.count'), numeric: true, align: 'end', cell: (person) => person.sessions },
          {
            key: 'seen',
            header: t('sessions.seen'),
            cell: (person) => formatInstant(locale, person.lastSeenAt, profile.timeZone),
          },
          {
            key: 'end',
            header: t('sessions.end'),
            hideHeader: true,
            align: 'end',
            phone: 'plain',
            cell: (person) => (
              <EndPersonSessions personId={person.personId} describedBy={`signed-in-${person.personId}`} />
            ),
          },
        ]}
        empty={
          <EmptyState icon={<MonitorSmartphone />} title={t('sessions.emptyTitle')}>
            {t('sessions.emptyText')}
          </EmptyState>
        }
      />
    </Card>
  )
}
