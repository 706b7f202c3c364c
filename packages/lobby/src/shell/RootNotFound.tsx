import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NothingHere } from './NothingHere.tsx'

export async function notFoundMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFound.title') }
}

/** The page of an address that leads nowhere, outside every frame. */
export const RootNotFound = () => (
  <main>
    <NothingHere />
  </main>
)
