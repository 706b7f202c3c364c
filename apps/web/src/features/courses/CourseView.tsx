import { Alert, Badge, Breadcrumbs, buttonClass, Card, DescriptionList, PageHeader } from '@gs/ui'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ParkedNote } from '../guard/ParkedNote.tsx'
import { EnrolPanel } from './EnrolPanel.tsx'
import { SetAside } from './SetAside.tsx'
import { WasteWarning } from './WasteWarning.tsx'
import { WorthList } from './WorthList.tsx'
import { type CoursePage, wasting } from './worth-view.ts'

/** A course before it is begun: what it teaches, what it takes, what it is worth to the reader. */
export function CourseView({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses')
  return (
    <>
      <PageHeader
        title={<span lang={course.language}>{course.title}</span>}
        description={<span lang={course.language}>{course.subtitle}</span>}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            items={[{ label: t('title'), href: '/learn' }, { label: course.title }]}
            linkAs={Link}
          />
        }
        meta={<Badge tone={course.kind === 'specialization' ? 'info' : 'neutral'}>{t(`kind.${course.kind}`)}</Badge>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6 max-lg:order-2">
          <About course={course} />
          <Outline course={course} />
          <Sources course={course} />
        </div>
        <div className="grid gap-6 lg:sticky lg:top-20">
          <Start course={course} />
          <Completion course={course} />
        </div>
      </div>
    </>
  )
}

function Start({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses')
  const resume = useTranslations('guard.parked')
  const { enrollment } = course
  const parked = enrollment?.status === 'parked'
  if (enrollment && !parked)
    return (
      <Card title={t(`status.${enrollment.status}`)}>
        <Link
          href={`/learn/study/${enrollment.id}`}
          prefetch={false}
          className={buttonClass({ variant: 'primary', size: 'lg', block: true })}
        >
          {enrollment.status === 'active' ? t('goOn') : t('readAgain')}
        </Link>
        {enrollment.status === 'active' ? <SetAside key={enrollment.id} enrollmentId={enrollment.id} /> : null}
      </Card>
    )
  const wastes = wasting(course.worth).length > 0
  return (
    <Card title={t('worth.title')}>
      <div className="space-y-5">
        {parked ? <ParkedNote until={enrollment.parkedUntil} today={course.today} /> : null}
        <WorthList worth={course.worth} />
        {wastes ? (
          <Alert tone="warning" title={t('waste.title')}>
            {t('waste.short')}
          </Alert>
        ) : null}
        <EnrolPanel
          courseId={course.id}
          title={course.title}
          warning={wastes ? <WasteWarning worth={course.worth} beside={course.beside} /> : null}
          {...(parked ? { label: resume('resume') } : {})}
        />
      </div>
    </Card>
  )
}

function Completion({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses.completion')
  const practice = course.outline.reduce((sum, lesson) => sum + lesson.practiceEntries, 0)
  return (
    <Card title={t('title')}>
      <DescriptionList
        items={[
          { term: t('lessons'), detail: t('lessonCount', { count: course.lessons }) },
          { term: t('practice'), detail: t('practiceCount', { count: practice }) },
          { term: t('quiz'), detail: t('quizSize', { count: course.questions, minutes: course.quizMinutes }) },
          { term: t('mark'), detail: t('markValue', { mark: course.passMark }) },
          { term: t('attempts'), detail: t('attemptsValue', { count: course.attemptsADay }) },
          { term: t('time'), detail: t('hours', { count: course.hours }) },
        ]}
      />
      <p className="mt-4 text-muted text-sm" lang={course.language}>
        {course.completion}
      </p>
    </Card>
  )
}

function About({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses')
  return (
    <Card title={t('about')}>
      <div className="max-w-prose space-y-4" lang={course.language}>
        <p>{course.summary}</p>
        <ul className="list-disc space-y-1.5 ps-5">
          {course.outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

function Outline({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses')
  return (
    <Card title={t('outline')}>
      <ol className="divide-y divide-line" lang={course.language}>
        {course.outline.map((lesson, index) => (
          <li key={lesson.key} className="flex items-baseline justify-between gap-4 py-2.5">
            <span>
              {index + 1}. {lesson.title}
            </span>
            <span className="shrink-0 text-muted text-sm">{t('minutes', { count: lesson.minutes })}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Sources({ course }: { readonly course: CoursePage }) {
  const t = useTranslations('courses')
  if (course.sources.length === 0) return null
  return (
    <Card title={t('sources')}>
      <ul className="space-y-2 text-muted text-sm" lang={course.language}>
        {course.sources.map(({ title, publisher, year }) => (
          <li key={title}>{[title, publisher, year].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
    </Card>
  )
}
