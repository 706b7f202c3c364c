import { Card, EmptyState } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAppLocale } from '../courses/use-locale.ts'
import { PracticeForm } from './PracticeForm.tsx'
import type { Player } from './player-view.ts'

export interface PracticeLogProps {
  readonly enrollmentId: string
  readonly lesson: string
  readonly prompt: string
  readonly wanted: number
  readonly entries: Player['practice']
  readonly open: boolean
  readonly today: string
  readonly language: string
}

/** What was tried on clients for a lesson, and the form for one more entry. */
export function PracticeLog({ prompt, wanted, entries, open, language, ...form }: PracticeLogProps) {
  const t = useTranslations('enrollments.practice')
  const locale = useAppLocale()
  return (
    <Card
      id="practice"
      title={t('title')}
      description={t('logged', { count: entries.length, wanted })}
      headingLevel={2}
    >
      <div className="space-y-6">
        <p className="max-w-prose" lang={language}>
          {prompt}
        </p>
        {entries.length === 0 ? (
          <EmptyState icon={<NotebookPen />} title={t('empty')} />
        ) : (
          <ol className="divide-y divide-line border-line border-y">
            {entries.map((entry) => (
              <li key={entry.id} className="py-3">
                <p className="font-medium">{formatCivilDay(locale, entry.practisedOn, 'long')}</p>
                <p className="whitespace-pre-wrap break-words">{entry.what}</p>
                <p className="mt-1 whitespace-pre-wrap break-words text-muted">{entry.howItWent}</p>
              </li>
            ))}
          </ol>
        )}
        {open ? <PracticeForm key={entries.length} {...form} /> : null}
      </div>
    </Card>
  )
}
