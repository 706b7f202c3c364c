import { Breadcrumbs, PageHeader, TabLinks } from '@gs/ui'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { address, oneOf, type SearchParams, someOf } from '../../../../features/list/params.ts'
import { CaseRunner } from '../../../../features/packs/CaseRunner.tsx'
import { EffectiveDays } from '../../../../features/packs/EffectiveDays.tsx'
import { PackWords } from '../../../../features/packs/PackWords.tsx'
import { SideBySide } from '../../../../features/packs/SideBySide.tsx'
import { VersionList } from '../../../../features/packs/VersionList.tsx'
import { languageOf } from '../../../../features/packs/words-in.ts'
import { Messages } from '../../../../i18n/Messages.tsx'
import { load, serverCaller } from '../../../../server/caller.ts'

const TABS = ['words', 'versions', 'cases'] as const

interface PackPageProps {
  params: Promise<{ packId: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: PackPageProps): Promise<Metadata> {
  const t = await getTranslations('packs')
  return { title: t('packTitle', { pack: decoded((await params).packId) }) }
}

export default async function PackPage({ params, searchParams }: PackPageProps) {
  const search = await searchParams
  const packId = decoded((await params).packId).slice(0, 80)
  const version = versionIn(search)
  const tab = someOf(search, 'show', TABS)[0] ?? 'words'
  const which = { packId, version }
  const api = await serverCaller()
  const [page, t, locale] = await Promise.all([load(api.packs.show(which)), getTranslations('packs'), getLocale()])
  const { head } = page
  const language = languageOf(locale)
  const path = `/packs/${encodeURIComponent(packId)}`
  return (
    <div>
      <PageHeader
        title={head.credential.name[language]}
        description={
          <>
            {head.body.name[language]} · {t('versionOf', { pack: head.packId, version: head.version })} ·{' '}
            <EffectiveDays {...head.effective} />
          </>
        }
        breadcrumbs={
          <Breadcrumbs
            label={t('breadcrumbs')}
            items={[{ label: t('title'), href: '/packs' }, { label: head.packId }]}
          />
        }
      />
      <TabLinks
        label={t('tabs.label')}
        className="mb-6"
        items={TABS.map((each) => ({
          href: address(path, { show: each === 'words' ? undefined : each, version }),
          label: t(`tabs.${each}`),
          current: each === tab,
          ...(each === 'versions' ? { count: String(page.versions.length) } : {}),
        }))}
      />
      {tab === 'words' && <PackWords words={page.words} />}
      {tab === 'versions' && (
        <div className="grid gap-6">
          <VersionList versions={page.versions} />
          {page.versions.length > 1 && <SideBySide comparison={await load(api.packs.compare({ packId }))} />}
        </div>
      )}
      {tab === 'cases' && (
        <Messages namespaces={['packs', 'standing']}>
          <CaseRunner {...(await load(api.packs.cases(which)))} />
        </Messages>
      )}
    </div>
  )
}

function versionIn(search: SearchParams): number | undefined {
  const version = Number(oneOf(search, 'version'))
  return Number.isInteger(version) && version >= 1 && version <= 1_000_000 ? version : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
