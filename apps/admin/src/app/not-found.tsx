import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NothingHere } from '../features/shell/NothingHere.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFound.title') }
}

export default function NotFound() {
  return (
    <main>
      <NothingHere />
    </main>
  )
}
