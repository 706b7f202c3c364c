import type { DraftFault } from '@gs/domain/courses'
import { Alert } from '@gs/ui'
import { useTranslations } from 'next-intl'
import { partHref, partOfFault } from './draft-view.ts'

export interface FaultListProps {
  readonly faults: readonly DraftFault[]
  /** Given, each fault leads to the part it lies in. */
  readonly courseId?: string
}

/** Enough to begin with: the list grows shorter with each one mended. */
const SHOWN = 15

/** What stands between a draft and its publication: where, and why. */
export function FaultList({ faults, courseId }: FaultListProps) {
  const t = useTranslations('courses.faults')
  if (faults.length === 0) return null
  return (
    <Alert tone="info" title={t('title', { count: faults.length })}>
      <ul className="mt-1 space-y-1" aria-label={t('label')}>
        {faults.slice(0, SHOWN).map(({ field, reason, params }) => {
          const { part, key } = partOfFault(field)
          return (
            <li key={`${field} ${reason}`}>
              {courseId ? (
                <a href={partHref(courseId, part, key)} className="inline-block min-h-6 underline underline-offset-3">
                  <code>{field}</code>
                </a>
              ) : (
                <code>{field}</code>
              )}
              {': '}
              {t(`reason.${reason}`, { have: Number(params?.have ?? 0), draws: Number(params?.draws ?? 0) })}
            </li>
          )
        })}
      </ul>
      {faults.length > SHOWN ? <p className="mt-1">{t('more', { count: faults.length - SHOWN })}</p> : null}
    </Alert>
  )
}
