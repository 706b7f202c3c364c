'use client'

import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { clockText, type ServerClock, secondsLeft, spokenMinutes } from './server-clock.ts'

/** The time left, seen every second and spoken three times; calls back when it is over. */
export function QuizClock({ clock, onOver }: { readonly clock: ServerClock; readonly onOver: () => void }) {
  const t = useTranslations('quizzes.clock')
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const look = (): void => {
      const seconds = secondsLeft(clock, Date.now())
      setLeft(seconds)
      if (seconds === 0) {
        clearInterval(timer)
        onOver()
      }
    }
    const timer = setInterval(look, 1000)
    look()
    return () => clearInterval(timer)
  }, [clock, onOver])
  const spoken = left === undefined ? undefined : spokenMinutes(left)
  return (
    <p className="flex items-center gap-1.5 font-medium tabular-nums">
      <Clock aria-hidden className="size-4 text-muted" />
      <span className="sr-only">{t('label')}</span>
      <span role="timer" aria-live="off">
        {left === undefined ? '–:––' : clockText(left)}
      </span>
      <span className="sr-only" role="status">
        {left === 0 ? t('over') : spoken === undefined ? '' : t('left', { minutes: spoken })}
      </span>
    </p>
  )
}
