import { buttonClass } from '@gs/ui'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { HoldingView } from './types.ts'
import { Why } from './Why.tsx'
import type { Wording } from './wording.ts'

interface NextStepProps {
  readonly holding: HoldingView
  readonly today: string
  readonly words: Wording
}

/** The one thing to do next, in words, with the way to it. */
export function NextStep({ holding, today, words }: NextStepProps) {
  const { t } = words
  const { next } = holding
  const action = actionOf(holding)
  return (
    <div className="rounded-xl bg-accent-soft p-4 sm:p-5">
      <div className="flex items-start justify-between gap-3">
        <h3 className="font-semibold text-accent-ink text-sm">{t('figures.next')}</h3>
        <Why holding={holding} figure="missing" title={t('figures.next')} today={today} words={words}>
          <Arithmetic holding={holding} words={words} />
        </Why>
      </div>
      <p className="mt-1 text-lg leading-snug">{sentence(holding, words)}</p>
      {next.keep ? <p className="mt-1.5">{keepSentence(next, words)}</p> : null}
      {next.courses.length > 0 ? <Courses holding={holding} words={words} /> : null}
      {action ? (
        <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Link href={action.href} prefetch={false} className={buttonClass({ variant: 'primary', size: 'sm' })}>
            {t(`next.actions.${action.name}`)}
          </Link>
          {action.name === 'learn' ? (
            <Link
              href="/plan"
              prefetch={false}
              className="font-medium text-accent-ink text-sm underline underline-offset-3"
            >
              {t('next.actions.plan')}
            </Link>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function sentence({ next }: HoldingView, words: Wording): ReactNode {
  const { t, unit, amount, and, dayOrNone } = words
  const courses = and(next.courses.map((course) => course.code))
  switch (next.code) {
    case 'take-one':
      return t.rich('next.takeOne', { courses, b: (chunks) => <strong>{chunks}</strong> })
    case 'take':
      return t(next.started ? 'next.finish' : next.courses.length > 1 ? 'next.takeAll' : 'next.take', { courses })
    case 'take-and-earn':
      return t('next.take-and-earn', { courses, amount: amount(next.needed ?? 0), unit })
    case 'earn':
      return t('next.earn', { amount: amount(next.needed ?? 0), unit })
    case 'card':
      return t('next.card', {
        card: words.card(next.card?.type ?? ''),
        detail: words.cardDetail(next.card?.detail ?? null),
      })
    case 'duty':
      return t('next.duty', { duty: next.duty ?? '' })
    case 'renew':
    case 'wait':
    case 'out-of-time':
      return t(`next.${next.code}`, { day: dayOrNone(next.day) })
    default:
      return t(`next.${next.code}`)
  }
}

function keepSentence(next: HoldingView['next'], { t, unit, amount, and, dayOrNone }: Wording): string {
  const { keep } = next
  if (!keep) return ''
  const facts = { amount: amount(keep.waste), unit, day: dayOrNone(keep.from) }
  if (next.code === 'take-one' && keep.courses.length === 0) return t('next.keepOther', facts)
  const courses = keep.courses.length > 0 ? keep.courses : next.courses
  return t('next.keep', { ...facts, courses: and(courses.map((course) => course.code)) })
}

function Courses({ holding: { next }, words: { t, unit, amount } }: { holding: HoldingView; words: Wording }) {
  return (
    <ul className="mt-3 divide-y divide-line rounded-lg bg-surface px-3 text-sm">
      {next.courses.map((course) => (
        <li key={course.code} className="flex items-center justify-between gap-3 py-2">
          <Link
            href={`/learn/${course.code}`}
            prefetch={false}
            className="min-w-0 text-accent-ink underline-offset-3 hover:underline"
          >
            {course.code} · {course.title}
          </Link>
          <span className="shrink-0 tabular-nums">{t('next.worth', { amount: amount(course.amount), unit })}</span>
        </li>
      ))}
    </ul>
  )
}

/** Counted and course, added up; and all courses at once, where that wastes. */
function Arithmetic({ holding, words: { t, unit, amount } }: { holding: HoldingView; words: Wording }) {
  const { next, counted, required } = holding
  if (counted === null || required === null || next.courses.length === 0) return null
  const sums = next.code === 'take-one' ? next.courses.map((course) => [course]) : [next.courses]
  const all = [...next.courses, ...(next.code === 'take-one' ? [] : (next.keep?.courses ?? []))]
  const total = all.reduce((sum, course) => sum + course.amount, counted)
  return (
    <ul className="mb-3 space-y-1.5 tabular-nums">
      {sums.map((courses) => {
        const sum = courses.reduce((each, course) => each + course.amount, 0)
        const course = courses.map(({ code }) => code).join(' + ')
        return (
          <li key={course}>
            {t('why.next.one', {
              counted: amount(counted),
              amount: amount(sum),
              course,
              sum: amount(counted + sum),
              required: amount(required),
              unit,
            })}
          </li>
        )
      })}
      {next.keep ? (
        <li className="font-medium text-soon-ink">
          {t('why.next.all', { sum: amount(total), waste: amount(next.keep.waste), required: amount(required), unit })}
        </li>
      ) : null}
    </ul>
  )
}

type ActionName = 'learn' | 'renew' | 'handIn' | 'application'

function actionOf({ next }: HoldingView): { readonly href: string; readonly name: ActionName } | null {
  switch (next.code) {
    case 'take-one':
    case 'take':
    case 'take-and-earn':
    case 'earn':
      return { href: '/learn', name: 'learn' }
    case 'renew':
      return { href: '/renew', name: 'renew' }
    case 'application-open':
      return { href: '/renew', name: 'application' }
    case 'card':
    case 'audit':
      return { href: '/credits/hand-in', name: 'handIn' }
    default:
      return null
  }
}
