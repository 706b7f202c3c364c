import type { TraceLine, Words } from '@gs/domain/rules'
import { Change, Reasons } from '@gs/lobby/explanation'
import { DialogOpener } from '@gs/ui'
import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'

export interface WhyDialogProps {
  readonly credential: string
  readonly unit: string
  readonly trace: readonly TraceLine[]
  /** The least that would make it renewable, where that is asked. */
  readonly flip?: { readonly change: Words | null; readonly canRenew: boolean | null } | undefined
}

/** The reasons of a standing: rule, source and arithmetic, step by step. */
export function WhyDialog({ credential, unit, trace, flip }: WhyDialogProps) {
  const t = useTranslations('standing')
  return (
    <DialogOpener
      label={t('why.open')}
      icon={<CircleHelp />}
      variant="ghost"
      title={t('why.title', { credential })}
      description={t('why.intro')}
      closeLabel={t('close')}
      size="lg"
    >
      {flip ? <Change {...flip} /> : null}
      {trace.length === 0 ? <p className="text-muted">{t('why.none')}</p> : <Reasons reasons={trace} unit={unit} />}
    </DialogOpener>
  )
}
