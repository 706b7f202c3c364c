import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NotVerified } from '../../features/issuance/NotVerified.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('issuance.verify')
  return { title: t('title') }
}

/** A code that somebody types leads to its page. */
export default async function VerifyFormPage({
  searchParams,
}: {
  searchParams: Promise<{ code?: string | string[] }>
}) {
  const { code } = await searchParams
  if (typeof code === 'string' && code.trim()) redirect(`/verify/${encodeURIComponent(code.trim().slice(0, 100))}`)
  return <NotVerified fault={null} code="" />
}
