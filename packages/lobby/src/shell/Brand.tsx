import type { LinkAs } from '@gs/ui'
import { getTranslations } from 'next-intl/server'

/** Mark and name, and the way home: a ring that is nearly closed, with its tick. */
export async function Brand({ linkAs: Link = 'a' }: { readonly linkAs?: LinkAs }) {
  const t = await getTranslations('common')
  return (
    <Link href="/" className="flex items-center gap-2">
      <svg
        viewBox="0 0 24 24"
        className="size-6 text-accent"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
        aria-hidden="true"
      >
        <path d="M20.5 9A9 9 0 1 1 16 3.9" strokeLinecap="round" />
        <path d="m8 12 3 3 8-9" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <span className="truncate max-sm:sr-only">{t('appName')}</span>
    </Link>
  )
}
