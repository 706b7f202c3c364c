import { buttonClass, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CourseList } from '../../../features/courses/CourseList.tsx'
import { load, serverCaller } from '../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses'))('title') }
}

export default async function CoursesPage() {
  const api = await serverCaller()
  const [courses, me, t] = await Promise.all([
    load(api.courses.list()),
    load(api.session.me()),
    getTranslations('courses'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('intro')}
        actions={
          me.permissions.includes('courses.write') ? (
            <a href="/courses/new" className={buttonClass({ variant: 'primary' })}>
              {t('new.title')}
            </a>
          ) : null
        }
      />
      <CourseList courses={courses} />
    </>
  )
}
