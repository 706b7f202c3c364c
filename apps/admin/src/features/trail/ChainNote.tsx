import { Alert } from '@gs/ui'
import { useTranslations } from 'next-intl'

export interface ChainNoteProps {
  readonly chains: readonly { readonly entries: number; readonly sound: boolean }[]
}

/** Whether the hash chains behind the entries shown are whole; checked while the page was made. */
export function ChainNote({ chains }: ChainNoteProps) {
  const t = useTranslations('trail.chain')
  if (chains.length === 0) return null
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0)
  const broken = chains.filter((chain) => !chain.sound).length
  return broken === 0 ? (
    <Alert tone="success" title={t('sound')}>
      {t('soundText', { entries, people: chains.length })}
    </Alert>
  ) : (
    <Alert tone="danger" title={t('broken')}>
      {t('brokenText', { people: broken })}
    </Alert>
  )
}
