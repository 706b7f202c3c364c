import { Alert, Breadcrumbs, PageHeader } from '@gs/ui'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AwardForm } from '../../../../features/awards/AwardForm.tsx'
import { isId } from '../../../../features/organisation/is-id.ts'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('awards'))('title') }
}

export default async function AwardPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  if (!isId(personId)) notFound()
  const api = await serverCaller()
  const [options, t] = await Promise.all([load(api.awards.options({ personId })), getTranslations('awards')])
  return (
    <div>
      <PageHeader
        title={t('for', { name: options.person.name })}
        description={t('intro')}
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('title'), href: '/awards' }, { label: options.person.name }]}
          />
        }
      />
      {options.own ? (
        <Alert tone="warning">{t('own')}</Alert>
      ) : (
        <Messages namespaces={['awards', 'refusals', 'standing']}>
          <AwardForm options={options} />
        </Messages>
      )}
    </div>
  )
}
