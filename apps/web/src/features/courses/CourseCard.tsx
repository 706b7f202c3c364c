import { Badge, buttonClass, Card, VisuallyHidden } from '@gs/ui'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ParkedBadge } from '../guard/ParkedBadge.tsx'
import { WorthList } from './WorthList.tsx'
import type { CatalogueCourse } from './worth-view.ts'

/** A course of the catalogue: what it is, what it is worth to the reader, and the next thing to do with it. */
export function CourseCard({ course }: { readonly course: CatalogueCourse }) {
  const t = useTranslations('courses')
  const resume = useTranslations('guard.parked')
  const status = course.enrollment?.status
  return (
    <Card
      as="li"
      title={
        <Link href={`/learn/${course.code}`} className="underline-offset-4 hover:underline">
          {course.title}
        </Link>
      }
      description={course.subtitle}
      footer={
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="text-muted">{t('size', { hours: course.hours, lessons: course.lessons })}</span>
          <Link
            href={status === 'active' ? `/learn/study/${course.enrollment?.id}` : `/learn/${course.code}`}
            prefetch={false}
            className={buttonClass({ variant: status === 'active' ? 'primary' : 'secondary', size: 'sm' })}
          >
            {status === 'active' ? t('goOn') : status === 'parked' ? resume('resume') : t('look')}
            <VisuallyHidden>: {course.title}</VisuallyHidden>
          </Link>
        </div>
      }
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <Badge tone={course.kind === 'specialization' ? 'info' : 'neutral'}>{t(`kind.${course.kind}`)}</Badge>
        {course.owned ? <Badge>{t('owned')}</Badge> : null}
        {status && status !== 'parked' ? (
          <Badge tone={status === 'active' ? 'soon' : 'good'}>{t(`status.${status}`)}</Badge>
        ) : null}
        {status === 'parked' ? <ParkedBadge until={course.enrollment?.parkedUntil ?? null} /> : null}
      </div>
      {status === 'completed' ? (
        <p className="text-muted text-sm">{t('completedHint')}</p>
      ) : (
        <>
          <h3 className="mb-2 font-medium text-muted text-sm">{t('worth.title')}</h3>
          <WorthList worth={course.worth} />
        </>
      )}
    </Card>
  )
}
