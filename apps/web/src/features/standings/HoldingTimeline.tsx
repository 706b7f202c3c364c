import { Card, CycleTimeline, type TimelineTrack } from '@gs/ui'
import { formatCivilDay } from '@gs/ui/locale'
import { toneOf } from './status-tone.ts'
import type { HoldingView, StandingPage } from './types.ts'
import { type Wording, wordingOf } from './wording.ts'

type Mark = HoldingView['marks'][number]

/** The cycles of every certification on one time axis. */
export async function HoldingTimeline({ page }: { page: StandingPage }) {
  const holdings = page.holdings.filter((holding) => holding.cycles.length > 0)
  const first = holdings[0]
  if (!first) return null
  const wordings = await Promise.all(holdings.map(wordingOf))
  const tracks = holdings.map((holding, index) => trackOf(holding, wordings[index] as Wording, holdings.length > 1))
  const { t } = wordings[0] as Wording
  return (
    <Card title={t('timeline.title')} description={t('timeline.description')}>
      <CycleTimeline
        label={t('timeline.label', { n: tracks.reduce((sum, track) => sum + track.marks.length, 0) })}
        today={{ day: page.today, label: t('timeline.today') }}
        tracks={tracks}
        kindLabels={{ earned: t('timeline.earned'), planned: t('timeline.planned'), atRisk: t('timeline.atRisk') }}
        table={{
          openLabel: t('timeline.open'),
          columns: {
            day: t('timeline.day'),
            what: t('timeline.what'),
            kind: t('timeline.kind'),
            amount: t('timeline.amount'),
          },
        }}
      />
    </Card>
  )
}

function trackOf(holding: HoldingView, words: Wording, named: boolean): TimelineTrack {
  return {
    id: holding.holdingId,
    ...(named ? { label: holding.credential.name[words.language] } : {}),
    cycles: holding.cycles.map((cycle) => ({
      id: String(cycle.number),
      start: cycle.from,
      end: cycle.to,
      label: `${cycle.from.slice(0, 4)}–${cycle.to.slice(0, 4)}`,
      detail: detailOf(holding, cycle, words),
      state: cycle.state,
      tone: toneOf(holding.status),
    })),
    marks: holding.marks.map((mark) => ({
      id: mark.id,
      day: mark.day,
      dayText: formatCivilDay(words.locale, mark.day, 'medium'),
      kind: mark.kind,
      title: titleOf(mark, words),
      amountText:
        mark.amount === null
          ? '–'
          : words.t('timeline.amountText', { amount: words.amount(mark.amount), unit: words.unit }),
    })),
  }
}

function detailOf(
  { counted, required }: HoldingView,
  { state, renewedOn }: HoldingView['cycles'][number],
  { t, amount, day }: Wording,
): string {
  if (state === 'ahead') return t('timeline.ahead')
  if (state === 'past') return renewedOn ? t('timeline.renewed', { day: day(renewedOn) }) : ''
  return counted === null || required === null
    ? ''
    : t('timeline.current', { counted: amount(counted), required: amount(required) })
}

function titleOf({ id, titles }: Mark, { t, and, card }: Wording): string {
  if (id.startsWith('card:')) return card(titles[0] ?? '')
  if (titles.length < 2) return titles.join('')
  return t(id === 'kept' ? 'timeline.other' : 'timeline.oneOf', { courses: and(titles) })
}
