import { Badge, Card, EmptyState, Table } from '@gs/ui'
import { formatCivilDay, formatInstant } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { type CourseListItem, draftHref } from './draft-view.ts'

/** Every course with its newest version and its draft. */
export function CourseList({ courses }: { readonly courses: readonly CourseListItem[] }) {
  const t = useTranslations('courses.list')
  const locale = useLocale()
  return (
    <Card flush>
      <Table
        caption={t('caption')}
        rows={courses}
        rowKey={(course) => course.id}
        rowHref={(course) => draftHref(course.id)}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
        columns={[
          { key: 'title', header: t('title'), title: true, cell: (course) => course.title || course.code },
          { key: 'code', header: t('code'), cell: (course) => course.code },
          {
            key: 'kind',
            header: t('kind'),
            cell: (course) => (
              <Badge tone={course.kind === 'specialization' ? 'info' : 'neutral'}>{t(`kinds.${course.kind}`)}</Badge>
            ),
          },
          { key: 'lessons', header: t('lessons'), numeric: true, cell: (course) => course.lessons },
          { key: 'questions', header: t('questions'), numeric: true, cell: (course) => course.questions },
          {
            key: 'version',
            header: t('version'),
            cell: (course) => {
              const [newest] = course.versions
              return newest
                ? t('versionOn', { version: newest.version, day: formatCivilDay(locale, newest.publishedOn) })
                : t('never')
            },
          },
          {
            key: 'draft',
            header: t('draft'),
            cell: (course) => formatInstant(locale, course.draft.updatedAt, 'UTC'),
            phone: 'hidden',
          },
        ]}
      />
    </Card>
  )
}
