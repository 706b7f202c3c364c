import { Badge, Breadcrumbs, buttonClass, Card, PageHeader } from '@gs/ui'
import { formatCivilDay, formatInstant } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import { type CourseListItem, type Draft, draftHref, partHref } from './draft-view.ts'
import { FaultList } from './FaultList.tsx'
import { PartList } from './PartList.tsx'
import { PublishPanel } from './PublishPanel.tsx'

export interface DraftViewProps {
  readonly draft: Draft
  readonly versions: CourseListItem['versions']
  readonly mayWrite: boolean
}

/** The draft of a course: its parts, what stands in the way, what publishing would change, the versions so far. */
export function DraftView({ draft, versions, mayWrite }: DraftViewProps) {
  const t = useTranslations('courses')
  const locale = useLocale()
  const { courseId, revision, body, faults, published, changes } = draft
  const titles = new Map(body.lessons.map((lesson) => [lesson.key, lesson.title]))
  return (
    <>
      <PageHeader
        title={body.title || draft.code}
        description={t(draft.updatedBy ? 'draft.by' : 'draft.made', {
          by: draft.updatedBy ?? '',
          at: formatInstant(locale, draft.updatedAt, 'UTC'),
          revision,
        })}
        meta={<Badge>{draft.code}</Badge>}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            items={[{ label: t('title'), href: '/courses' }, { label: body.title || draft.code }]}
          />
        }
        actions={
          mayWrite ? (
            <>
              <a href={`${draftHref(courseId)}/offer`} className={buttonClass({ variant: 'secondary' })}>
                {t('offer.heading')}
              </a>
              <a href={partHref(courseId, 'about', '')} className={buttonClass({ variant: 'secondary' })}>
                {t('draft.about')}
              </a>
            </>
          ) : null
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          <FaultList faults={faults} {...(mayWrite ? { courseId } : {})} />
          <PartList
            courseId={courseId}
            revision={revision}
            part="lesson"
            mayWrite={mayWrite}
            items={body.lessons.map(({ key, title, minutes, practice }) => ({
              key,
              name: title,
              detail: t('draft.lessonDetail', { minutes, entries: practice?.minEntries ?? 0 }),
            }))}
          />
          <PartList
            courseId={courseId}
            revision={revision}
            part="question"
            mayWrite={mayWrite}
            items={body.questions.map(({ key, stem, type, lesson }) => ({
              key,
              name: stem,
              detail: `${t(`question.types.${type}`)} · ${titles.get(lesson) ?? lesson}`,
            }))}
          />
        </div>
        <div className="grid gap-6">
          {mayWrite ? (
            <PublishPanel
              courseId={courseId}
              revision={revision}
              nextVersion={(published?.version ?? 0) + 1}
              ready={faults.length === 0 && (published === null || changes.length > 0)}
            >
              <Changes draft={draft} />
            </PublishPanel>
          ) : null}
          <Versions versions={versions} courseId={courseId} />
        </div>
      </div>
    </>
  )
}

/** As many changes as anybody reads before publishing. */
const SHOWN = 12

function Changes({ draft }: { readonly draft: Draft }) {
  const t = useTranslations('courses.publish')
  const { published, changes, faults } = draft
  if (faults.length > 0) return <p className="text-muted">{t('faultsFirst', { count: faults.length })}</p>
  if (!published) return <p className="text-muted">{t('first')}</p>
  if (changes.length === 0) return <p className="text-muted">{t('unchanged', { version: published.version })}</p>
  return (
    <div>
      <p className="font-medium">{t('changes', { version: published.version, count: changes.length })}</p>
      <ul className="mt-2 space-y-1 text-sm">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.kind} ${change.key} ${change.change}`} className="break-words">
            {t(`change.${change.change}`, { kind: change.kind, name: change.name })}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? (
        <p className="mt-1 text-muted text-sm">{t('moreChanges', { count: changes.length - SHOWN })}</p>
      ) : null}
    </div>
  )
}

function Versions({
  versions,
  courseId,
}: {
  readonly versions: DraftViewProps['versions']
  readonly courseId: string
}) {
  const t = useTranslations('courses.versions')
  const locale = useLocale()
  return (
    <Card title={t('title')}>
      {versions.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ol className="divide-y divide-line">
        {versions.map((version) => (
          <li key={version.id} className="py-3">
            <a
              href={`/courses/${courseId}/versions/${version.id}`}
              className="inline-block min-h-6 font-medium underline underline-offset-3"
            >
              {t('version', { version: version.version })}
            </a>
            <span className="block text-muted text-sm">
              {t(version.publishedBy ? 'published' : 'publishedOn', {
                day: formatCivilDay(locale, version.publishedOn),
                by: version.publishedBy ?? '',
                people: version.people,
              })}
            </span>
            {version.note ? <span className="block whitespace-pre-wrap break-words">{version.note}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
