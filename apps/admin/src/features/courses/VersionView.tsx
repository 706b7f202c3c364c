import { Alert, Breadcrumbs, Card, Disclosure, PageHeader } from '@gs/ui'
import { DocumentView } from '@gs/ui/document'
import { formatCivilDay } from '@gs/ui/locale'
import { useLocale, useTranslations } from 'next-intl'
import type { Caller } from '../../server/bridge.ts'
import { draftHref } from './draft-view.ts'
import { QuestionPreview } from './QuestionPreview.tsx'

export type Version = Awaited<ReturnType<Caller['courses']['version']>>

/** A published version as it is and stays: every lesson and every question. */
export function VersionView({ version }: { readonly version: Version }) {
  const t = useTranslations('courses')
  const locale = useLocale()
  const { body } = version
  return (
    <>
      <PageHeader
        title={body.title}
        description={t('versions.one', {
          version: version.version,
          day: formatCivilDay(locale, version.publishedOn, 'long'),
        })}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            items={[
              { label: t('title'), href: '/courses' },
              { label: body.title, href: draftHref(version.courseId) },
              { label: t('versions.version', { version: version.version }) },
            ]}
          />
        }
      />
      <div className="grid gap-6">
        <Alert tone="info">{t('versions.immutable')}</Alert>
        <Card title={t('parts.lesson.title', { count: body.lessons.length })}>
          <div className="space-y-2">
            {body.lessons.map((lesson) => (
              <Disclosure key={lesson.key} look="card" summary={<span lang={body.language}>{lesson.title}</span>}>
                <DocumentView
                  document={lesson.document}
                  lang={body.language}
                  headingOffset={1}
                  labels={{
                    callout: {
                      note: t('document.note'),
                      practice: t('document.practice'),
                      warning: t('document.warning'),
                    },
                    sources: t('document.sources'),
                  }}
                />
              </Disclosure>
            ))}
          </div>
        </Card>
        <Card title={t('parts.question.title', { count: body.questions.length })}>
          <div className="space-y-2">
            {body.questions.map((question) => (
              <Disclosure key={question.key} look="card" summary={<span lang={body.language}>{question.stem}</span>}>
                <QuestionPreview question={question} language={body.language} />
              </Disclosure>
            ))}
          </div>
        </Card>
      </div>
    </>
  )
}
