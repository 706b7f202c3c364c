import { EmptyState, PageHeader } from '@gs/ui'
import { BookOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CourseCard } from './CourseCard.tsx'
import type { CatalogueCourse } from './worth-view.ts'

/** Begun first, then what is owned, then the rest. */
const rank = (course: CatalogueCourse): number => {
  if (course.enrollment?.status === 'active') return 0
  if (course.enrollment?.status === 'completed') return 3
  if (course.enrollment?.status === 'parked') return 1
  return course.owned ? 1 : 2
}

/** Every course with what it is worth to the reader now. */
export function Catalogue({ courses }: { readonly courses: readonly CatalogueCourse[] }) {
  const t = useTranslations('courses')
  const sorted = [...courses].sort((a, b) => rank(a) - rank(b))
  return (
    <>
      <PageHeader title={t('title')} description={t('intro')} />
      {sorted.length === 0 ? (
        <EmptyState icon={<BookOpen />} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:gap-6 md:grid-cols-2">
          {sorted.map((course) => (
            <CourseCard key={course.id} course={course} />
          ))}
        </ul>
      )}
    </>
  )
}
