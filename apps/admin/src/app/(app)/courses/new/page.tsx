import { PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NewCourse } from '../../../../features/courses/NewCourse.tsx'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('courses.new'))('title') }
}

export default async function NewCoursePage() {
  const api = await serverCaller()
  const { permissions } = await load(api.session.me())
  if (!permissions.includes('courses.write')) notFound()
  const t = await getTranslations('courses.new')
  return (
    <Messages namespaces={['courses']}>
      <PageHeader title={t('title')} />
      <NewCourse />
    </Messages>
  )
}
