import { Alert, Breadcrumbs, PageHeader } from '@gs/ui'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ParkedNote } from '../guard/ParkedNote.tsx'
import { Outline } from './Outline.tsx'
import type { Player } from './player-view.ts'

export interface PlayerFrameProps {
  readonly player: Player
  readonly current: string
  readonly title: ReactNode
  readonly children: ReactNode
}

/** What stands around a lesson and around the quiz of an enrollment. */
export function PlayerFrame({ player, current, title, children }: PlayerFrameProps) {
  const t = useTranslations('enrollments')
  const { enrollment } = player
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            label={t('path')}
            linkAs={Link}
            items={[
              { label: t('learn'), href: '/learn' },
              { label: player.title, href: `/learn/${enrollment.courseCode}` },
              { label: current === 'quiz' ? t('outline.quiz') : (player.lesson?.title ?? '') },
            ]}
          />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-10">
        <div className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          <Outline player={player} current={current} />
        </div>
        <div className="min-w-0 space-y-8">
          {enrollment.status === 'completed' ? (
            <Alert tone="success" title={t('completed')}>
              {t('completedText')}
            </Alert>
          ) : null}
          {enrollment.status === 'parked' ? <ParkedNote until={enrollment.parkedUntil} today={player.today} /> : null}
          {player.newerVersion && enrollment.status === 'active' ? (
            <Alert tone="info">{t('newerVersion', { version: enrollment.version })}</Alert>
          ) : null}
          {children}
        </div>
      </div>
    </>
  )
}
