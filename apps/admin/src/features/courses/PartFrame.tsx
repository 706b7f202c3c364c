import { Breadcrumbs, PageHeader } from '@gs/ui'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Draft, draftHref } from './draft-view.ts'

export interface PartFrameProps {
  readonly draft: Draft
  readonly title: string
  readonly children: ReactNode
}

/** What stands around the editor of one part. */
export function PartFrame({ draft, title, children }: PartFrameProps) {
  const t = useTranslations('courses')
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            items={[
              { label: t('title'), href: '/courses' },
              { label: draft.body.title || draft.code, href: draftHref(draft.courseId) },
              { label: title },
            ]}
          />
        }
      />
      {children}
    </>
  )
}
